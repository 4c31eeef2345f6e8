package nadzor.wire;

import java.util.Optional;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/** Reads what a SOCKS5 client says (RFC 1928). Pure: no octets make it throw. */
public final class Socks5Parser {
  /** The first octet of both messages. */
  public static final int VERSION = 5;

  /** Version, command, reserved. */
  private static final int BEFORE_ADDRESS = 3;

  private Socks5Parser() {}

  /**
   * Reads the greeting.
   *
   * @return whether the client offers to go on without authentication
   */
  public static Parsed<Boolean> greeting(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int version = cursor.u8();
    if (version != VERSION && version != Cursor.MISSING) {
      return new NotThis<>("SOCKS version " + version);
    }
    int count = cursor.u8();
    if (count == 0) {
      return new NotThis<>("no methods");
    }
    int start = cursor.position();
    if (!cursor.skip(count)) {
      return new NeedMore<>();
    }
    boolean open = false;
    for (int i = 0; i < count; i++) {
      open |= octets[start + i] == 0;
    }
    return new Complete<>(open, 2 + count);
  }

  /**
   * Reads the request that follows the choice of method. One with an unknown address type has no
   * target, and nobody knows where it ends: it consumes what comes before the address.
   */
  public static Parsed<SocksRequest> request(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int version = cursor.u8();
    if (version != VERSION && version != Cursor.MISSING) {
      return new NotThis<>("SOCKS version " + version);
    }
    int command = cursor.u8();
    cursor.skip(1);
    Parsed<Target> target = SocksAddress.read(octets, cursor.position(), cursor.remaining());
    if (target instanceof Complete<Target> complete) {
      int consumed = BEFORE_ADDRESS + complete.consumed();
      return new Complete<>(new SocksRequest(command, Optional.of(complete.value())), consumed);
    }
    if (target instanceof NotThis<Target> none) {
      boolean unknown = none.why().equals(SocksAddress.UNKNOWN_TYPE);
      return unknown
          ? new Complete<>(new SocksRequest(command, Optional.empty()), BEFORE_ADDRESS + 1)
          : new NotThis<>(none.why());
    }
    return new NeedMore<>();
  }
}
