package nadzor.dns;

/** Numbers of the DNS that this room speaks of (IANA "Domain Name System Parameters"). */
final class Dns {
  static final int HEADER = 12;

  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int MX = 15;
  static final int AAAA = 28;
  static final int SRV = 33;
  static final int DNAME = 39;
  static final int OPT = 41;
  static final int SVCB = 64;
  static final int HTTPS = 65;
  static final int IXFR = 251;
  static final int AXFR = 252;
  static final int CLASS_IN = 1;

  static final int NOERROR = 0;
  static final int FORMERR = 1;
  static final int SERVFAIL = 2;
  static final int NXDOMAIN = 3;
  static final int NOTIMP = 4;
  static final int REFUSED = 5;
  static final int BADVERS = 16;

  static final int QR = 0x8000;
  static final int AA = 0x0400;
  static final int TC = 0x0200;
  static final int RD = 0x0100;
  static final int RA = 0x0080;
  static final int AD = 0x0020;
  static final int CD = 0x0010;
  static final int OPCODE = 0x7800;
  static final int RCODE = 0x000f;

  /** The OPT flag bit DO, in the lower half of its TTL field. */
  static final int DO = 0x8000;

  /** The option of RFC 8914. */
  static final int OPTION_EDE = 15;

  /** INFO-CODEs of RFC 8914. */
  static final int EDE_FORGED = 4;

  static final int EDE_CENSORED = 16;

  /** The option of RFC 7830. */
  static final int OPTION_PADDING = 12;

  /** The UDP payload offered and used: DNS Flag Day 2020. */
  static final int UDP_PAYLOAD = 1232;

  /** The octets of an OPT record without options. */
  static final int OPT_LENGTH = 11;

  /** The longest message: RFC 7766 frames have a length of 16 bits. */
  static final int MAX_MESSAGE = 65_535;

  private Dns() {}

  static int u16(byte[] from, int at) {
    return (from[at] & 0xff) << 8 | (from[at + 1] & 0xff);
  }

  static void u16(byte[] into, int at, int value) {
    into[at] = (byte) (value >> 8);
    into[at + 1] = (byte) value;
  }

  static long u32(byte[] from, int at) {
    return (long) u16(from, at) << 16 | u16(from, at + 2);
  }

  static void u32(byte[] into, int at, long value) {
    u16(into, at, (int) (value >> 16));
    u16(into, at + 2, (int) value);
  }

  /** Writes an OPT record without options; returns the offset after it. */
  static int opt(byte[] into, int at, int extendedRcode, boolean dnssecOk) {
    into[at] = 0;
    u16(into, at + 1, OPT);
    u16(into, at + 3, UDP_PAYLOAD);
    into[at + 5] = (byte) extendedRcode;
    into[at + 6] = 0;
    u16(into, at + 7, dnssecOk ? DO : 0);
    u16(into, at + 9, 0);
    return at + OPT_LENGTH;
  }
}
