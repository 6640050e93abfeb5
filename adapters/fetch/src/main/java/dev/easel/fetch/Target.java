package dev.easel.fetch;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address, read more strictly than any client would: what two readers could take for two
/// different hosts is refused before anybody resolves it.
///
/// @param scheme `http` or `https`
/// @param host in lower case, and of letters, digits, dots and dashes alone
/// @param port also where none was written
/// @param path with its query, as it is sent
record Target(String scheme, String host, int port, String path) {

    private static final int CHARS_MAX = 2048;

    /// The characters of RFC 3986, without user info, without a fragment and without an escape that
    /// is none. A literal of IPv6 is let through to be compared with an origin of our own.
    private static final Pattern URL =
            Pattern.compile(
                    "(?<scheme>[A-Za-z]{1,10})://(?<host>[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])"
                        + "(?::(?<port>[0-9]{1,5}))?(?<path>/(?:[A-Za-z0-9._~:/\\[\\]@!$&'()*+,;=-]"
                        + "|%[0-9A-Fa-f]{2})*+)?"
                        + "(?<query>\\?(?:[A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+)?");

    private static final int PORT_MAX = 65_535;

    static Target parse(String url) throws NotAllowedException {
        if (url.length() > CHARS_MAX) {
            throw new NotAllowedException("longer than " + CHARS_MAX + " characters");
        }
        var match = URL.matcher(url);
        if (!match.matches()) {
            throw new NotAllowedException("not an address that can be read in one way alone");
        }
        var scheme = match.group("scheme").toLowerCase(Locale.ROOT);
        return new Target(
                scheme,
                match.group("host").toLowerCase(Locale.ROOT),
                port(match, scheme),
                or(match.group("path"), "/") + or(match.group("query"), ""));
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /// Scheme, host and port in one spelling.
    String origin() {
        return scheme + "://" + host + ":" + port;
    }

    /// As it stands in the Host header.
    String authority() {
        return port == standardPort(scheme) ? host : host + ":" + port;
    }

    /// The whole address, for what is relative to it.
    String url() {
        return scheme + "://" + authority() + path;
    }

    private static int port(Matcher match, String scheme) throws NotAllowedException {
        int standard = standardPort(scheme);
        int port = Integer.parseInt(or(match.group("port"), Integer.toString(standard)));
        if (port > PORT_MAX) {
            throw new NotAllowedException("no such port");
        }
        return port;
    }

    /// 0 for a scheme that no download has.
    static int standardPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> 0;
        };
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
