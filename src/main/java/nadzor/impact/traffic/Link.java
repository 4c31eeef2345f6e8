package nadzor.impact.traffic;

import java.util.Arrays;
import java.util.Optional;

/** Link types of captures, with where the IP packet begins (tcpdump.org/linktypes.html). */
enum Link {
  /** BSD loopback: four octets of address family. */
  LOOPBACK(0, 4, -1),
  /** Ethernet; tags of 802.1Q are passed over. */
  ETHERNET(1, 14, 12),
  /** Raw IP as some systems number it. */
  RAW_BSD(12, 0, -1),
  /** Raw IP as OpenBSD numbers it. */
  RAW_OPENBSD(14, 0, -1),
  /** Raw IP. */
  RAW(101, 0, -1),
  /** Linux cooked capture. */
  COOKED(113, 16, 14),
  /** Raw IPv4. */
  IPV4(228, 0, -1),
  /** Raw IPv6. */
  IPV6(229, 0, -1),
  /** Linux cooked capture, version 2. */
  COOKED_2(276, 20, 0);

  /** There is no IP packet. */
  static final int NONE = -1;

  private static final int VLAN = 0x8100;
  private static final int PROVIDER_VLAN = 0x88a8;
  private static final int TAG = 4;
  private static final int MOST_TAGS = 3;

  private final int number;
  private final int head;
  private final int typeAt;

  Link(int number, int head, int typeAt) {
    this.number = number;
    this.head = head;
    this.typeAt = typeAt;
  }

  static Optional<Link> of(int number) {
    return Arrays.stream(values()).filter(link -> link.number == number).findFirst();
  }

  /** Where the IP packet begins; {@link #NONE} where there is none. */
  int network(byte[] octets, int start, int end) {
    if (typeAt < 0) {
      return start + head;
    }
    int at = start + typeAt;
    int ip = start + head;
    for (int tags = 0; this == ETHERNET && tags < MOST_TAGS && at + 2 <= end; tags++) {
      int type = type(octets, at);
      if (type != VLAN && type != PROVIDER_VLAN) {
        break;
      }
      at += TAG;
      ip += TAG;
    }
    return ip <= end && Packets.isIp(type(octets, at)) ? ip : NONE;
  }

  private static int type(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | (octets[at + 1] & 0xff);
  }
}
