package dev.easel.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Decides where a download may go. Every hop passes it before anything is sent; rules about
/// addresses belong here, too.
final class Gate {

    /// Local mode serves its own pictures in the clear.
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int PORT_MAX = 65_535;

    private final boolean local;

    /// Only where `local` may a download go to this machine: on Lambda its runtime listens there.
    Gate(boolean local) {
        this.local = local;
    }

    /// What speaks against the first address; empty when nothing does.
    Optional<String> objection(URI to) {
        var scheme = scheme(to);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("neither https nor http");
        }
        if (to.getHost() == null) {
            return Optional.of("no host");
        }
        if (to.getPort() > PORT_MAX) {
            return Optional.of("no such port");
        }
        if (to.getRawUserInfo() != null) {
            return Optional.of("user info in the address");
        }
        var here = LOOPBACK.contains(to.getHost().toLowerCase(Locale.ROOT));
        if (here && !local) {
            return Optional.of("this machine");
        }
        if (scheme.equals("http") && !here) {
            return Optional.of("http beyond this machine");
        }
        return Optional.empty();
    }

    /// What speaks against going on from one address to the next.
    Optional<String> objection(URI from, URI to) {
        if (scheme(from).equals("https") && scheme(to).equals("http")) {
            return Optional.of("a redirect from https to http");
        }
        return objection(to);
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
