package nadzor.dns;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.List;
import nadzor.censor.DnsEffect;

/**
 * The records of a forging effect, written once and copied into every answer; their owner is a
 * pointer to the question's name. Immutable.
 */
final class ForgedRecords {
  /** No record. */
  static final byte[] NONE = new byte[0];

  /** Where in each record its TTL stands. */
  static final int TTL_PLACE = 6;

  private static final int FIXED = 12;

  private final byte[] v4;
  private final byte[] v6;

  private ForgedRecords(byte[] v4, byte[] v6) {
    this.v4 = v4;
    this.v6 = v6;
  }

  static ForgedRecords of(DnsEffect.Forge effect) {
    return new ForgedRecords(
        records(effect.addresses(), Dns.A, 4, effect.ttlSeconds()),
        records(effect.addresses(), Dns.AAAA, 16, effect.ttlSeconds()));
  }

  /** The records that answer a question of this type; empty (NODATA) for all but A and AAAA. */
  byte[] answering(int type) {
    if (type == Dns.A) {
      return v4;
    }
    return type == Dns.AAAA ? v6 : NONE;
  }

  /** How many records of this type there are. */
  int count(int type) {
    return answering(type).length / (FIXED + (type == Dns.A ? 4 : 16));
  }

  private static byte[] records(List<InetAddress> addresses, int type, int size, int ttl) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (InetAddress address : addresses) {
      byte[] octets = address.getAddress();
      if (octets.length == size) {
        byte[] fixed = new byte[FIXED];
        Dns.u16(fixed, 0, 0xc000 | Dns.HEADER);
        Dns.u16(fixed, 2, type);
        Dns.u16(fixed, 4, Dns.CLASS_IN);
        Dns.u32(fixed, 6, ttl);
        Dns.u16(fixed, 10, size);
        all.writeBytes(fixed);
        all.writeBytes(octets);
      }
    }
    return all.toByteArray();
  }
}
