package dev.easel.fetch;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where downloads may go: to every public host, or to some, and to what is named of this machine.
public final class Destinations {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BELOW = "*.";

    /// Empty: every host.
    private final Optional<List<String>> hosts;

    private final Set<String> origins;

    private Destinations(Optional<List<String>> hosts, Collection<String> origins) {
        this.hosts = hosts;
        this.origins = origins.stream().map(Destinations::origin).collect(Collectors.toSet());
    }

    /// Every public host, and these origins of this very machine.
    public static Destinations anywhere(Collection<URI> origins) {
        return new Destinations(Optional.empty(), origins.stream().map(URI::toString).toList());
    }

    /// Nothing but these.
    ///
    /// @param entries a host each (`cdn.example.com`), all names below one (`*.example.com`), or an
    /// origin of this very machine, which is served in the clear (`http://127.0.0.1:4601`). Throws
    /// [IllegalArgumentException] for anything else.
    public static Destinations only(Collection<String> entries) {
        var hosts =
                entries.stream()
                        .filter(entry -> !entry.contains("://"))
                        .map(Destinations::host)
                        .toList();
        return new Destinations(
                Optional.of(hosts),
                entries.stream().filter(entry -> entry.contains("://")).toList());
    }

    boolean allowsHost(String host) {
        return hosts.isEmpty()
                || hosts.get().stream()
                        .anyMatch(entry ->
                                entry.startsWith(BELOW)
                                        ? host.endsWith(entry.substring(1))
                                        : host.equals(entry));
    }

    /// It is named as an origin of this machine: exactly this scheme, host and port.
    boolean isOwn(Target target) {
        return origins.contains(target.origin());
    }

    private static String host(String entry) {
        var name = entry.toLowerCase(Locale.ROOT);
        if (!HostName.isPublic(name.startsWith(BELOW) ? name.substring(BELOW.length()) : name)) {
            throw new IllegalArgumentException("no public host can be called " + entry);
        }
        return name;
    }

    private static String origin(String url) {
        try {
            var target = Target.parse(url);
            if (target.scheme().equals("http") && LOOPBACK.contains(target.host())) {
                return target.origin();
            }
        } catch (NotAllowedException _) {
            // Told below.
        }
        throw new IllegalArgumentException("not an http address of this very machine: " + url);
    }
}
