package dev.easel.fetch;

import dev.easel.fetch.Reason.CutShort;
import dev.easel.fetch.Reason.Encoded;
import dev.easel.fetch.Reason.NotAllowed;
import dev.easel.fetch.Reason.Refused;
import dev.easel.fetch.Reason.TooLarge;
import dev.easel.fetch.Reason.TooSlow;
import dev.easel.fetch.Reason.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people try to make a server fetch for them.
final class Attacks {

    /// @param sentence what is tried
    /// @param reason why nothing arrives; empty where something harmless does
    record Attack(String sentence, String url, Optional<Class<? extends Reason>> reason) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    /// One of each block, and its edges; as names, because no literal gets so far.
    static final List<String> PRIVATE_ADDRESSES =
            List.of(
                    "0.0.0.0",
                    "10.0.0.1",
                    "10.255.255.255",
                    "100.64.0.1",
                    "100.100.100.200",
                    "127.0.0.1",
                    "127.255.255.254",
                    "169.254.169.254",
                    "169.254.170.2",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.0.0.1",
                    "192.0.2.1",
                    "192.88.99.1",
                    "192.168.0.1",
                    "198.18.0.1",
                    "198.19.255.255",
                    "198.51.100.1",
                    "203.0.113.1",
                    "224.0.0.1",
                    "240.0.0.1",
                    "255.255.255.255",
                    "::",
                    "::1",
                    "64:ff9b::a9fe:a9fe",
                    "fc00::1",
                    "fd00:ec2::254",
                    "fe80::1",
                    "ff02::1",
                    "2001:db8::1",
                    "2001::1",
                    "2002:7f00:1::",
                    "3fff::1");

    private static final String PUB = "http://" + Outside.PUBLIC;

    private final List<Attack> attacks = new ArrayList<>();

    private Attacks() {}

    static List<Attack> all() {
        var all = new Attacks();
        all.literals();
        all.spellings();
        all.names();
        all.redirects();
        all.encodings();
        all.answers();
        all.addresses();
        return all.attacks;
    }

    /// Names what is tried in the network it is tried in.
    static void lay(Outside outside) {
        outside.name("inside.example.com", "10.0.0.7");
        outside.name("169.254.169.254.nip.io", "169.254.169.254");
        outside.name("mixed.example.com", Outside.PUBLIC_ADDRESSES.getFirst(), "10.0.0.7");
        outside.name("mixed-first.example.com", "10.0.0.7", Outside.PUBLIC_ADDRESSES.getFirst());
        outside.name("many.example.com", "1.1.1.1", "2606:4700::1111", "fd00:ec2::254");
        outside.rebind("rebinding.example.com", "1.1.1.1", "10.0.0.7");
        outside.rebind("rebinding-hop.example.com", "1.1.1.1", "10.0.0.7");
        for (int i = 0; i < PRIVATE_ADDRESSES.size(); i++) {
            outside.name(privateName(i), PRIVATE_ADDRESSES.get(i));
        }
        for (int i = 0; i < Outside.PUBLIC_ADDRESSES.size(); i++) {
            outside.name(publicName(i), Outside.PUBLIC_ADDRESSES.get(i));
        }
    }

    private void literals() {
        barred("this machine by its address", "http://127.0.0.1/");
        barred("the metadata by its address", "http://169.254.169.254/latest/meta-data/");
        barred("this machine in IPv6", "http://[::1]/");
        barred("the metadata as a mapped address", "http://[::ffff:169.254.169.254]/");
        barred("the metadata through NAT64", "http://[64:ff9b::a9fe:a9fe]/");
        barred("the metadata in IPv6", "http://[fd00:ec2::254]/");
        barred("an address with a zone", "http://[fe80::1%25eth0]/");
        barred("an address as one decimal number", "http://2130706433/");
        barred("an address as one hexadecimal number", "http://0x7f000001/");
        barred("an address as one octal number", "http://017700000001/");
        barred("an address in hexadecimal parts", "http://0x7f.0x0.0x0.0x1/");
        barred("an address in octal parts", "http://0177.0.0.01/");
        barred("an address of two parts", "http://127.1/");
        barred("an address of one zero", "http://0/");
        barred("an address with a dot at its end", "http://127.0.0.1./");
        barred("a public address without a name", "http://1.1.1.1/");
        barred("this machine by its name", "http://localhost/");
        barred("this machine by its name with a dot", "http://localhost./");
        barred("this machine in capitals", "http://LOCALHOST/");
        barred("a name below localhost", "http://pub.localhost/");
        barred("the metadata by its name", "http://metadata.google.internal/");
        barred("a printer next door", "http://printer.local/");
        barred("a name of one label", "http://intranet/");
        barred("a public name with a dot at its end", PUB + "./");
    }

    private void spellings() {
        barred("a host that is user info", "http://pub.example.com@127.0.0.1/");
        barred("user info before a public host", "http://127.0.0.1@pub.example.com/");
        barred("a password", "http://user:secret@pub.example.com/");
        barred("user info with an escaped at sign", "http://pub.example.com%40127.0.0.1/");
        barred("a fragment before an at sign", "http://127.0.0.1#@pub.example.com/");
        barred("a fragment", PUB + "/a.png#b");
        barred("a backslash", "http://pub.example.com\\@127.0.0.1/");
        barred("a backslash in the path", PUB + "/\\127.0.0.1/");
        barred("a tab in the host", "http://pub.exam\tple.com/");
        barred("a new line that begins a header", PUB + "/a\r\nX-Own: 1");
        barred("a blank", PUB + "/a b");
        barred("an escape that is none", PUB + "/%zz");
        barred("an escaped host", "http://%31%32%37.0.0.1/");
        barred("a zero byte in the host", "http://pub.example.com%00.inside.example.com/");
        barred("ideographic dots", "http://127\u30020\u30020\u30021/");
        barred("enclosed digits", "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/");
        barred("letters of another width", "http://\uff4cocalhost/");
        barred("a file", "file:///proc/self/environ");
        barred("gopher", "gopher://inside.example.com:6379/_FLUSHALL");
        barred("ftp", "ftp://pub.example.com/a.png");
        barred("a jar", "jar:http://pub.example.com/a.jar!/a.png");
        barred("data", "data:image/png;base64,AAAA");
        barred("no scheme", "//pub.example.com/a.png");
        barred("no host", "http:///127.0.0.1/");
        barred("one slash", "http:/127.0.0.1/");
        barred("another service of the host", PUB + ":22/");
        barred("the port of the Lambda runtime", PUB + ":9001/2018-06-01/runtime/invocation/next");
        barred("a port that is none", PUB + ":99999/");
        barred("an address that does not end", PUB + "/" + "a".repeat(2_048));
    }

    private void names() {
        barred("a name that leads inside", "http://inside.example.com/");
        barred("a name that spells an address", "http://169.254.169.254.nip.io/");
        barred("a name that leads inside as well", "http://mixed.example.com/");
        barred("a name that leads inside first", "http://mixed-first.example.com/");
        barred("a name with one bad address of three", "http://many.example.com/");
        arrives(
                "a name that leads inside from the second time on",
                "http://rebinding.example.com/");
        barred(
                "a redirect to a name that now leads inside",
                "http://rebinding-hop.example.com/to/http:~~rebinding-hop.example.com~");
        fails("a name whose server is silent", "http://silent.example.com/", TooSlow.class);
        fails("a name that nobody knows", "http://nobody.example.com/", Unreachable.class);
    }

    private void redirects() {
        barred("a redirect to the metadata", PUB + "/to/http:~~169.254.169.254~latest~");
        barred("a redirect inside", PUB + "/to/http:~~inside.example.com~");
        barred("a redirect inside without a scheme", PUB + "/to/~~inside.example.com~");
        barred("a redirect inside after a good one", PUB + "/to/~to~http:~~inside.example.com~");
        barred("a redirect to a file", PUB + "/to/file:~~~etc~passwd");
        barred("a redirect with user info", PUB + "/to/http:~~pub.example.com@127.0.0.1~");
        barred("a redirect to another port", PUB + "/to/http:~~pub.example.com:8080~");
        barred("a redirect with a control character", PUB + "/redirect/control");
        barred("a redirect in a circle", PUB + "/loop");
        fails("a redirect to nowhere", PUB + "/redirect/nothing", Refused.class);
        fails("a redirect to a proxy", PUB + "/proxy", Refused.class);
    }

    private void encodings() {
        fails("a bomb", PUB + "/bomb", Encoded.class);
        fails("another compression", PUB + "/deflate", Encoded.class);
        fails("two encodings, one of them none", PUB + "/twice", Encoded.class);
        fails("a compressed transfer", PUB + "/transfer", Unreachable.class);
        fails("five gigabytes, declared", PUB + "/huge", TooLarge.class);
        fails("a body without an end", PUB + "/endless", TooLarge.class);
        fails("chunks without an end", PUB + "/chunks", TooLarge.class);
        fails("two lengths", PUB + "/lengths", Unreachable.class);
        fails("a length below zero", PUB + "/negative", Unreachable.class);
        fails("a chunk of more bytes than can be counted", PUB + "/chunk", CutShort.class);
        fails("a body that breaks off", PUB + "/short", CutShort.class);
    }

    private void answers() {
        fails("what is not HTTP", PUB + "/ssh", Unreachable.class);
        fails("no answer", PUB + "/silence", TooSlow.class);
        fails("a body that drips", PUB + "/drip/body", TooSlow.class);
        fails("a header that drips", PUB + "/drip/header", TooSlow.class);
        fails("a status that drips", PUB + "/drip/status", TooSlow.class);
        fails("headers without an end", PUB + "/headers", Unreachable.class);
        fails("a header without an end", PUB + "/line", Unreachable.class);
        fails("hints without an end", PUB + "/informed", TooSlow.class);
        fails("a page of errors", PUB + "/error", Refused.class);
        fails("a challenge", PUB + "/challenge", Refused.class);
        arrives("nothing", PUB + "/empty");
    }

    private void addresses() {
        for (int i = 0; i < PRIVATE_ADDRESSES.size(); i++) {
            barred("a name of " + PRIVATE_ADDRESSES.get(i), "http://" + privateName(i) + "/");
        }
        for (int i = 0; i < Outside.PUBLIC_ADDRESSES.size(); i++) {
            arrives(
                    "a name of the public " + Outside.PUBLIC_ADDRESSES.get(i),
                    "http://" + publicName(i) + "/");
        }
    }

    private static String privateName(int i) {
        return "private-" + i + ".example.com";
    }

    private static String publicName(int i) {
        return "public-" + i + ".example.com";
    }

    private void barred(String sentence, String url) {
        fails(sentence, url, NotAllowed.class);
    }

    private void fails(String sentence, String url, Class<? extends Reason> reason) {
        attacks.add(new Attack(sentence, url, Optional.of(reason)));
    }

    private void arrives(String sentence, String url) {
        attacks.add(new Attack(sentence, url, Optional.empty()));
    }
}
