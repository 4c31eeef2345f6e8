package nadzor.wire;

import nadzor.flow.Endpoint;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * The header before every datagram of a SOCKS5 UDP association (RFC 1928 section 7), read and
 * written where the datagram lies: the payload is never copied. Fragments are refused, as the RFC
 * lets a server do. Pure: no octets make the reader throw.
 */
public final class SocksUdpHeader {
  /** The longest header, in octets: a name of 255. */
  public static final int MAX_LENGTH = 4 + 1 + 255 + 2;

  private static final int BEFORE_ADDRESS = 3;

  private SocksUdpHeader() {}

  /**
   * Reads the header of a datagram of {@code length} octets from {@code offset}.
   *
   * @return where the datagram is to go, with the length of the header: the payload is the rest,
   *     which may be empty; not this for a datagram that is cut off (it never needs more), a
   *     fragment, reserved octets that are not 0, and port 0
   */
  public static Parsed<Target> parse(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    if (cursor.u16() != 0) {
      return new NotThis<>("reserved octets that are not 0");
    }
    int fragment = cursor.u8();
    if (fragment != 0) {
      return new NotThis<>("fragment " + fragment);
    }
    Parsed<Target> target = SocksAddress.read(octets, cursor.position(), cursor.remaining());
    if (target instanceof NeedMore) {
      return new NotThis<>("a header that is cut off");
    }
    if (!(target instanceof Complete<Target> complete)) {
      return target;
    }
    return complete.value().port() == 0
        ? new NotThis<>("port 0")
        : new Complete<>(complete.value(), BEFORE_ADDRESS + complete.consumed());
  }

  /** How many octets the header for this source has: 10 or 22. */
  public static int length(Endpoint source) {
    return BEFORE_ADDRESS + SocksAddress.length(source);
  }

  /**
   * Writes the header for a datagram that came from this source.
   *
   * @param at where it starts; {@link #length} octets must be free there
   * @return the offset after the header, where the payload belongs
   */
  public static int write(Endpoint source, byte[] into, int at) {
    return SocksAddress.write(source, into, begin(into, at));
  }

  /** As the other, for a datagram that goes to this target, named or not. */
  public static int write(Target target, byte[] into, int at) {
    int address = begin(into, at);
    return target instanceof Target.Literal literal
        ? SocksAddress.write(literal.endpoint(), into, address)
        : SocksAddress.write((Target.Named) target, into, address);
  }

  private static int begin(byte[] into, int at) {
    into[at] = 0;
    into[at + 1] = 0;
    into[at + 2] = 0;
    return at + BEFORE_ADDRESS;
  }
}
