package nadzor.lab;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;

/**
 * What an address is for. Immutable.
 *
 * @param words such as {@code a private address}
 * @param laboratory whether a laboratory may use it at all
 */
record AddressKind(String words, boolean laboratory, List<AddressRange> ranges) {
  /** RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3. */
  static final AddressKind LOOPBACK = inside("a loopback address", "127.0.0.0/8", "::1");

  /** RFC 1918. */
  static final AddressKind PRIVATE =
      inside("a private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  /** RFC 4193. */
  static final AddressKind UNIQUE_LOCAL = inside("a unique-local address", "fc00::/7");

  /** RFC 3927, RFC 4291 section 2.5.6. */
  static final AddressKind LINK_LOCAL =
      inside("a link-local address", "169.254.0.0/16", "fe80::/10");

  /** RFC 5737, RFC 3849. */
  static final AddressKind DOCUMENTATION =
      inside(
          "a documentation address",
          "192.0.2.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "2001:db8::/32");

  /** Every interface of the machine. */
  static final AddressKind WILDCARD =
      outside("the wildcard, which is every interface of the machine", "0.0.0.0", "::");

  /** RFC 5771, RFC 4291 section 2.7. */
  static final AddressKind MULTICAST = outside("a multicast address", "224.0.0.0/4", "ff00::/8");

  /** All else. */
  static final AddressKind PUBLIC = outside("a public or reserved address", "0.0.0.0/0", "::/0");

  private static final List<AddressKind> ALL =
      List.of(
          LOOPBACK, PRIVATE, UNIQUE_LOCAL, LINK_LOCAL, DOCUMENTATION, WILDCARD, MULTICAST, PUBLIC);

  /** The kind of an address; an IPv4-mapped IPv6 address is of the kind of the IPv4 address. */
  static AddressKind of(InetAddress address) {
    InetAddress plain = unmapped(address);
    return ALL.stream().filter(kind -> kind.has(plain)).findFirst().orElse(PUBLIC);
  }

  /** The kind of a whole range; {@link #PUBLIC} unless one laboratory range holds all of it. */
  static AddressKind of(AddressRange range) {
    return ALL.stream()
        .filter(kind -> kind.laboratory && kind.holds(range))
        .findFirst()
        .orElse(PUBLIC);
  }

  /** The IPv4 address that an IPv4-mapped IPv6 address (RFC 4291 section 2.5.5.2) stands for. */
  static InetAddress unmapped(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address;
    }
    byte[] octets = address.getAddress();
    boolean mapped = octets[10] == -1 && octets[11] == -1;
    for (int i = 0; i < 10; i++) {
      mapped &= octets[i] == 0;
    }
    return mapped ? Addresses.ofOctets(Arrays.copyOfRange(octets, 12, 16)) : address;
  }

  private static AddressKind inside(String words, String... ranges) {
    return new AddressKind(words, true, Arrays.stream(ranges).map(AddressRange::of).toList());
  }

  private static AddressKind outside(String words, String... ranges) {
    return new AddressKind(words, false, Arrays.stream(ranges).map(AddressRange::of).toList());
  }

  private boolean has(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private boolean holds(AddressRange inner) {
    return ranges.stream()
        .anyMatch(range -> range.prefix() <= inner.prefix() && range.contains(inner.base()));
  }
}
