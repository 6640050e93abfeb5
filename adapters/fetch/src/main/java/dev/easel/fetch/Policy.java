package dev.easel.fetch;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;

/// Where downloads may go.
///
/// @param clear whether http is spoken with hosts that `home` holds; https is spoken with all others
/// @param ports besides those of `home`, which may have any
/// @param hosts which names may be asked for
/// @param home names that need not be public: this machine's, where Easel runs on one laptop
/// @param addresses where a connection may lead
/// @param lettersMax how long an address may be
record Policy(
        boolean clear,
        Set<Integer> ports,
        Predicate<String> hosts,
        Set<String> home,
        Predicate<InetAddress> addresses,
        int lettersMax) {

    /// The links of a provider's storage are signed, and long.
    private static final int LINK_LETTERS_MAX = 8192;

    private static final Set<Integer> HTTPS = Set.of(443);

    /// To any public host.
    static Policy open() {
        return new Policy(false, HTTPS, _ -> true, Set.of(), PublicAddress::test, LINK_LETTERS_MAX);
    }

    /// To this machine as well, where the providers are simulated. On Lambda its runtime listens there:
    /// never for a deployment.
    static Policy local() {
        return new Policy(
                true,
                HTTPS,
                _ -> true,
                Set.of("localhost", "127.0.0.1", "[::1]"),
                address -> address.isLoopbackAddress() || PublicAddress.test(address),
                LINK_LETTERS_MAX);
    }
}
