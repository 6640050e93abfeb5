package dev.easel.fetch;

import java.util.Set;
import java.util.regex.Pattern;

/// Which names can belong to a host on the internet at all.
///
/// A name has a dot, and its last label begins with a letter: so no literal of an address is one, in
/// none of the notations that resolvers take (`127.1`, `0x7f000001`, `017700000001`, `2130706433`).
final class HostName {

    private static final int CHARS_MAX = 253;

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /// Names that are never delegated (RFC 6761, 6762, 7686, 8375, 9476) or that private networks use:
    /// whatever answers to one of them is inside.
    private static final Set<String> RESERVED =
            Set.of(
                    "alt",
                    "arpa",
                    "corp",
                    "example",
                    "home",
                    "internal",
                    "intranet",
                    "invalid",
                    "lan",
                    "local",
                    "localdomain",
                    "localhost",
                    "mail",
                    "onion",
                    "private",
                    "test");

    private HostName() {}

    static boolean isPublic(String host) {
        return host.length() <= CHARS_MAX
                && NAME.matcher(host).matches()
                && !RESERVED.contains(host.substring(host.lastIndexOf('.') + 1));
    }
}
