package nadzor.impact.traffic;

import java.io.IOException;
import java.util.Arrays;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import nadzor.wire.DnsReading;

/** Finds DNS questions in captured packets: UDP to port 53 over IPv4 and IPv6. Not thread-safe. */
final class Packets {
  private static final int ETHERTYPE_IPV4 = 0x0800;
  private static final int ETHERTYPE_IPV6 = 0x86dd;
  private static final int UDP = 17;
  private static final int UDP_HEAD = 8;
  private static final int DNS_PORT = 53;
  private static final int IPV6_HEAD = 40;
  private static final int MOST_EXTENSIONS = 8;

  private final Intake intake;
  private final DnsQuery query = new DnsQuery();
  private byte[] octets = new byte[0];
  private int end;
  private long number;
  private Stamp when = Stamp.NONE;

  Packets(Intake intake) {
    this.intake = intake;
  }

  /** Refuses a link type that is not known here. */
  void require(int link, long place) throws BadTraffic {
    if (Link.of(link).isEmpty()) {
      throw intake.broken(
          place, "link type " + link, "Ethernet, raw IP, Linux cooked (1 or 2) or loopback");
    }
  }

  /** One packet of a link type that is known. */
  void packet(int link, byte[] from, int start, int length, Stamp time, long place)
      throws IOException {
    octets = from;
    end = start + length;
    number = place;
    when = time;
    int at = Link.of(link).map(known -> known.network(from, start, end)).orElse(Link.NONE);
    if (at < 0 || at >= end) {
      intake.skip(Skip.NO_QUESTION, place);
      return;
    }
    int version = u8(at) >> 4;
    if (version == 4) {
      ipv4(at);
    } else if (version == 6) {
      ipv6(at);
    } else {
      intake.skip(Skip.NO_QUESTION, place);
    }
  }

  private int u8(int at) {
    return octets[at] & 0xff;
  }

  private int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  private void ipv4(int at) throws IOException {
    int head = (u8(at) & 0xf) * 4;
    if (head < 20 || at + head > end) {
      intake.skip(Skip.CUT, number);
    } else if (u8(at + 9) != UDP) {
      intake.skip(Skip.NO_QUESTION, number);
    } else if ((u16(at + 6) & 0x3fff) != 0) {
      intake.skip(Skip.CUT, number);
    } else {
      udp(at + head, Arrays.copyOfRange(octets, at + 12, at + 16));
    }
  }

  private void ipv6(int at) throws IOException {
    if (at + IPV6_HEAD > end) {
      intake.skip(Skip.CUT, number);
      return;
    }
    byte[] client = Arrays.copyOfRange(octets, at + 8, at + 24);
    int next = u8(at + 6);
    int from = at + IPV6_HEAD;
    for (int i = 0; i < MOST_EXTENSIONS && isExtension(next) && from + 8 <= end; i++) {
      next = u8(from);
      from += 8 * (u8(from + 1) + 1);
    }
    if (next == UDP) {
      udp(from, client);
    } else {
      intake.skip(next == 44 ? Skip.CUT : Skip.NO_QUESTION, number);
    }
  }

  /** Hop-by-hop options, routing, destination options: RFC 8200 section 4. */
  private static boolean isExtension(int next) {
    return next == 0 || next == 43 || next == 60;
  }

  private void udp(int at, byte[] client) throws IOException {
    if (at + UDP_HEAD > end) {
      intake.skip(Skip.CUT, number);
    } else if (u16(at + 2) != DNS_PORT) {
      intake.skip(Skip.NO_QUESTION, number);
    } else if (u16(at + 4) < UDP_HEAD || at + u16(at + 4) > end) {
      intake.skip(Skip.CUT, number);
    } else {
      dns(at + UDP_HEAD, u16(at + 4) - UDP_HEAD, client);
    }
  }

  private void dns(int at, int length, byte[] client) throws IOException {
    DnsReading reading = DnsQuestionParser.parse(octets, at, length, query);
    if (reading == DnsReading.QUESTION) {
      intake.question(
          query.question().name().toString(), query.question().type(), client, when, number);
    } else {
      intake.skip(reading == DnsReading.MALFORMED ? Skip.ROW : Skip.NO_QUESTION, number);
    }
  }

  /** The EtherTypes of IP. */
  static boolean isIp(int type) {
    return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6;
  }
}
