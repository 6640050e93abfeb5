package dev.easel.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses are on the public internet.
///
/// Of IPv4 everything but the blocks that IANA keeps for special use. Of IPv6 only what is delegated
/// at all, 2000::/3, without the parts that carry another address inside or belong to documents: so
/// loopback, link-local, unique local, mapped addresses and NAT64 are out without being listed.
final class PublicAddress {

    /// IANA IPv4 Special-Purpose Address Registry, with multicast (224/4) and what is reserved (240/4).
    private static final List<Block> SPECIAL =
            Block.list(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    private static final Block DELEGATED = Block.of("2000::/3");

    /// Teredo and other protocol assignments, documentation, 6to4.
    private static final List<Block> NOT_DELEGATED =
            Block.list("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    /// An IPv6 address that only wraps one of IPv4 arrives here as that one: Java unwraps it.
    static boolean is(InetAddress address) {
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().noneMatch(block -> block.holds(address));
        }
        return DELEGATED.holds(address)
                && NOT_DELEGATED.stream().noneMatch(block -> block.holds(address));
    }

    /// Addresses that begin with the same bits.
    private record Block(InetAddress first, int bits) {

        static List<Block> list(String... blocks) {
            return Stream.of(blocks).map(Block::of).toList();
        }

        static Block of(String block) {
            int slash = block.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(block.substring(0, slash)),
                    Integer.parseInt(block.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
