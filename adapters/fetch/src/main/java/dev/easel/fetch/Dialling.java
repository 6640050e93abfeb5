package dev.easel.fetch;

import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/// The second and the third gate: where a name leads, asked once, and where a socket is about to
/// connect. Each holds alone.
final class Dialling {

    private Dialling() {}

    /// Looks a name up.
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /// A gate has shut.
    static final class Shut extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Shut(String why) {
            super(why);
        }
    }

    /// What it answers is what is dialled: there is no second look-up that could answer otherwise. One
    /// address that is not public refuses the whole name, because what comes after it cannot be trusted
    /// either.
    record Resolver(Names names, Predicate<InetAddress> gate) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = names.lookUp(host);
            if (!Arrays.stream(addresses).allMatch(gate)) {
                throw new Shut("a name that leads inside");
            }
            return addresses;
        }

        @Override
        public @Nullable String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /// Connects only where the gate lets it, whoever chose the address.
    static final class GuardedSocket extends Socket {
        private final Predicate<InetAddress> gate;

        GuardedSocket(Predicate<InetAddress> gate) {
            this.gate = gate;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int millis) throws IOException {
            if (!(to instanceof InetSocketAddress address)
                    || address.isUnresolved()
                    || !gate.test(address.getAddress())) {
                throw new Shut("an address inside");
            }
            super.connect(to, millis);
        }
    }
}
