package dev.easel.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Addresses to call from. On Linux all of 127.0.0.0/8 is this machine; where only 127.0.0.1 is, an
/// operator has to say so (`ifconfig lo0 alias 127.1.0.1`), or all tests are one caller.
public final class Addresses {

    private static final InetAddress FIRST = InetAddress.ofLiteral("127.1.0.1");
    private static final boolean MANY = isOurs(FIRST);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Addresses() {}

    /// One that no test has called from.
    public static InetAddress fresh() {
        int number = NEXT.incrementAndGet();
        return MANY
                ? InetAddress.ofLiteral("127.1." + number / 250 + "." + (number % 250 + 1))
                : InetAddress.getLoopbackAddress();
    }

    private static boolean isOurs(InetAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
