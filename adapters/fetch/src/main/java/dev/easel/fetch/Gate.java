package dev.easel.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Decides by its spelling alone whether a download may go to an address. Every hop passes it before
/// a name is resolved; [Dialer] asks where the name leads.
final class Gate {

    private final Destinations destinations;
    private final Set<String> schemes;

    Gate(Destinations destinations) {
        this(destinations, Set.of("https"));
    }

    /// For tests, whose servers have no certificates.
    Gate(Destinations destinations, Set<String> schemes) {
        this.destinations = destinations;
        this.schemes = schemes;
    }

    /// The first address.
    Target pass(String url) throws NotAllowedException {
        var target = Target.parse(url);
        if (destinations.isOwn(target)) {
            return target;
        }
        if (!schemes.contains(target.scheme())) {
            throw new NotAllowedException("not over " + String.join(" or ", schemes));
        }
        if (target.port() != Target.standardPort(target.scheme())) {
            throw new NotAllowedException("not the port of its scheme");
        }
        if (!HostName.isPublic(target.host())) {
            throw new NotAllowedException("not a name of a public host");
        }
        if (!destinations.allowsHost(target.host())) {
            throw new NotAllowedException(new Reason.NotListed());
        }
        return target;
    }

    /// Where a redirect leads.
    ///
    /// @param location as the other side wrote it, relative or not
    Target pass(Target from, String location) throws NotAllowedException {
        var next = pass(resolve(from, location));
        if (from.isSecure() && !next.isSecure()) {
            throw new NotAllowedException("a redirect from https to http");
        }
        return next;
    }

    boolean isOwn(Target target) {
        return destinations.isOwn(target);
    }

    private static String resolve(Target from, String location) throws NotAllowedException {
        try {
            return URI.create(from.url()).resolve(new URI(location)).toString();
        } catch (URISyntaxException _) {
            throw new NotAllowedException("a redirect to what is no address");
        }
    }
}
