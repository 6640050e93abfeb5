package dev.easel.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The first of three gates, by an address's letters alone: every hop passes it before a name is looked
/// up or anything is sent.
final class Gate {

    /// A public name has a dot, and its last label begins with a letter: so no notation of a number
    /// passes as a name, decimal, octal, hexadecimal, short or mapped.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /// Names that lead to no public place, whatever a resolver says.
    private static final Set<String> RESERVED =
            Set.of(
                    "localhost",
                    "local",
                    "localdomain",
                    "internal",
                    "intranet",
                    "lan",
                    "home",
                    "corp",
                    "private",
                    "arpa",
                    "onion",
                    "test",
                    "invalid",
                    "example",
                    "alt");

    private static final int PORT_MAX = 65_535;

    private final Policy policy;

    Gate(Policy policy) {
        this.policy = policy;
    }

    /// What speaks against going there; empty when nothing does.
    Optional<String> objection(URI to) {
        var text = to.toString();
        if (text.length() > policy.lettersMax()) {
            return Optional.of("too long");
        }
        if (!text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '\\')) {
            return Optional.of("letters that no address has");
        }
        var scheme = scheme(to);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("neither https nor http");
        }
        return authority(to).flatMap(this::objectionToAuthority);
    }

    /// The same address, read again as one that names a host; itself where it names none.
    private static Optional<URI> authority(URI to) {
        try {
            return Optional.of(to.parseServerAuthority());
        } catch (URISyntaxException e) {
            return Optional.of(to);
        }
    }

    private Optional<String> objectionToAuthority(URI to) {
        if (to.getHost() == null) {
            return Optional.of("no host");
        }
        if (to.getRawUserInfo() != null) {
            return Optional.of("user info in the address");
        }
        if (to.getRawFragment() != null) {
            return Optional.of("a fragment in the address");
        }
        if (to.getPort() > PORT_MAX) {
            return Optional.of("no such port");
        }
        var host = to.getHost().toLowerCase(Locale.ROOT);
        return policy.home().contains(host) ? Optional.empty() : objectionBeyond(to, host);
    }

    private Optional<String> objectionBeyond(URI to, String host) {
        if (scheme(to).equals("http") && !policy.clear()) {
            return Optional.of("http");
        }
        if (scheme(to).equals("http") && !policy.home().isEmpty()) {
            return Optional.of("http beyond this machine");
        }
        if (!NAME.matcher(host).matches()) {
            return Optional.of("no public name");
        }
        if (RESERVED.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return Optional.of("a reserved name");
        }
        if (to.getPort() != -1 && !policy.ports().contains(to.getPort())) {
            return Optional.of("another port");
        }
        return policy.hosts().test(host) ? Optional.empty() : Optional.of(Fetch.OTHER_HOST);
    }

    /// What speaks against going on from one address to the next.
    Optional<String> objection(URI from, URI to) {
        if (scheme(from).equals("https") && scheme(to).equals("http")) {
            return Optional.of("a redirect from https to http");
        }
        return objection(to);
    }

    private static String scheme(URI uri) {
        return Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    }
}
