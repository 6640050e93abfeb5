package dev.easel.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// An internet of two servers: the hostile one stands for every address on the list of what is
/// public, the inner one for all others. The list is written out here, so that a hole in
/// [PublicAddress] is no hole in the test.
final class Outside implements Network, AutoCloseable {

    static final String PUBLIC = "pub.example.com";

    /// Addresses that anybody may speak to; the last ones stand close to what nobody may.
    static final List<String> PUBLIC_ADDRESSES =
            List.of("93.184.215.14", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::8");

    private static final long SILENCE_NANOS = 5_000_000_000L;

    private static final Set<InetAddress> PUBLIC_SET =
            Set.copyOf(PUBLIC_ADDRESSES.stream().map(InetAddress::ofLiteral).toList());

    private final Map<String, Queue<InetAddress[]>> names = new ConcurrentHashMap<>();
    private final AtomicInteger insideCalls = new AtomicInteger();
    private final RawServer hostile;
    private final RawServer inside;

    Outside() throws IOException {
        hostile = new RawServer(new Hostility());
        inside =
                new RawServer((path, out) -> {
                    insideCalls.incrementAndGet();
                    RawServer.whole(out, "200 OK", "", "the secret");
                });
        name(PUBLIC, PUBLIC_ADDRESSES.getFirst());
    }

    /// From now on the name has these addresses.
    void name(String name, String... addresses) {
        names.put(name, new ArrayDeque<>(List.<InetAddress[]>of(literals(addresses))));
    }

    /// The name has the first address once, and the second from then on.
    void rebind(String name, String first, String second) {
        names.put(name, new ArrayDeque<>(List.of(literals(first), literals(second))));
    }

    /// How often the inner server was asked for something.
    int insideCalls() {
        return insideCalls.get();
    }

    /// As resolvers do, it takes every name that it is told and also the literals that got so far.
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.startsWith("silent.")) {
            LockSupport.parkNanos(SILENCE_NANOS);
        }
        var answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        synchronized (answers) {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }
    }

    @Override
    public InetSocketAddress route(InetSocketAddress address) {
        var server = PUBLIC_SET.contains(address.getAddress()) ? hostile : inside;
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    private static InetAddress[] literals(String... addresses) {
        return Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    @Override
    public void close() throws IOException {
        hostile.close();
        inside.close();
    }
}
