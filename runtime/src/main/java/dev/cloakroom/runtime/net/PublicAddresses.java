package dev.cloakroom.runtime.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public internet. What is not is reached by nobody's program: the host's own machine, its
 * neighbours, the cloud's metadata, and IPv6 addresses in which an IPv4 address hides. The blocks are those of the IANA
 * registries of special-purpose addresses
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry).
 */
final class PublicAddresses {

    private static final List<Block> NOT_IPV4 = List.of(
        Block.of("0.0.0.0/8"), // this network, RFC 791
        Block.of("10.0.0.0/8"), // private, RFC 1918
        Block.of("100.64.0.0/10"), // behind carriers' NAT, RFC 6598; 100.100.100.200 is Alibaba Cloud's metadata
        Block.of("127.0.0.0/8"), // loopback, RFC 1122
        Block.of("168.63.129.16/32"), // Azure's platform, https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
        Block.of("169.254.0.0/16"), // link-local, RFC 3927; 169.254.169.254 is most clouds' metadata
        Block.of("172.16.0.0/12"), // private, RFC 1918
        Block.of("192.0.0.0/24"), // protocol assignments, RFC 6890; 192.0.0.192 is Oracle Cloud's former metadata
        Block.of("192.0.2.0/24"), // documentation, RFC 5737
        Block.of("192.88.99.0/24"), // 6to4 relays, RFC 7526
        Block.of("192.168.0.0/16"), // private, RFC 1918
        Block.of("198.18.0.0/15"), // benchmarks, RFC 2544
        Block.of("198.51.100.0/24"), // documentation, RFC 5737
        Block.of("203.0.113.0/24"), // documentation, RFC 5737
        Block.of("224.0.0.0/4"), // multicast, RFC 5771
        Block.of("240.0.0.0/4") // reserved, RFC 1112; and the broadcast address, RFC 919
    );

    /**
     * All that is assigned as global unicast, RFC 4291. Outside are unspecified, loopback, IPv4-mapped and translated
     * (64:ff9b::/96, 64:ff9b:1::/48), link-local, unique local (fd00:ec2::254 is AWS's metadata) and multicast addresses.
     */
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

    private static final List<Block> NOT_IPV6 = List.of(
        Block.of("2001::/23"), // protocol assignments, RFC 2928: Teredo and ORCHID among them
        Block.of("2001:db8::/32"), // documentation, RFC 3849
        Block.of("2002::/16"), // 6to4, RFC 3056: an IPv4 address inside
        Block.of("3fff::/20") // documentation, RFC 9637
    );

    private PublicAddresses() {}

    /** Whether a program may reach it. */
    static boolean contain(InetAddress address) {
        // java.net turns an IPv4-mapped address into what it maps
        return address instanceof Inet4Address
            ? NOT_IPV4.stream().noneMatch(block -> block.contains(address))
            : GLOBAL_IPV6.contains(address) && NOT_IPV6.stream().noneMatch(block -> block.contains(address));
    }

    private record Block(InetAddress first, int bits) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            return new Block(
                InetAddress.ofLiteral(text.substring(0, slash)),
                Integer.parseInt(text, slash + 1, text.length(), 10)
            );
        }

        boolean contains(InetAddress address) {
            byte[] expected = first.getAddress();
            byte[] given = address.getAddress();
            return expected.length == given.length && differingBit(expected, given) >= bits;
        }

        private static int differingBit(byte[] one, byte[] other) {
            for (int bit = 0; bit < one.length * 8; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((one[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                    return bit;
                }
            }
            return one.length * 8;
        }
    }
}
