package dev.easel.fetch;

import java.net.InetAddress;

/// Tells addresses that anybody may reach from those of a network's inside: all that registries keep
/// for special use is refused, and of IPv6 only what is global unicast is let through (IANA's registries
/// of special-purpose addresses; RFC 6890).
final class PublicAddress {

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = at(bytes, 0);
        int b = at(bytes, 1);
        int c = at(bytes, 2);
        return switch (a) {
            // This network, private, loopback.
            case 0, 10, 127 -> false;
            // Shared between carriers and their customers; some clouds keep their metadata there.
            case 100 -> b < 64 || b > 127;
            // Link-local: where clouds keep their metadata, and Lambda its runtime.
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            // Private; protocol assignments, documentation; 6to4 relays.
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            // Benchmarks; documentation.
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            // From 224 on: multicast, reserved, broadcast.
            default -> a < 224;
        };
    }

    /// Only 2000::/3 is global unicast; so addresses of IPv4 within IPv6 (mapped, NAT64), unique local
    /// and link-local ones are none.
    private static boolean isPublic6(byte[] bytes) {
        int first = at(bytes, 0) << 8 | at(bytes, 1);
        int second = at(bytes, 2) << 8 | at(bytes, 3);
        if (first >> 13 != 1) {
            return false;
        }
        return switch (first) {
            // 2001::/23 (Teredo, ORCHID, benchmarks) and documentation.
            case 0x2001 -> second >= 0x0200 && second != 0x0db8;
            // 6to4 carries any address of IPv4.
            case 0x2002 -> false;
            // Documentation (RFC 9637).
            case 0x3fff -> second >> 12 != 0;
            default -> true;
        };
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
