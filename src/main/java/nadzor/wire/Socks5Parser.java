package nadzor.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/** Reads what a SOCKS5 client says (RFC 1928). Pure: no octets make it throw. */
public final class Socks5Parser {
  /** The first octet of both messages. */
  public static final int VERSION = 5;

  private static final int IPV4 = 1;
  private static final int DOMAIN = 3;
  private static final int IPV6 = 4;

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

  /** Reads the request that follows the choice of method. */
  public static Parsed<SocksRequest> request(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int version = cursor.u8();
    if (version != VERSION && version != Cursor.MISSING) {
      return new NotThis<>("SOCKS version " + version);
    }
    int command = cursor.u8();
    cursor.skip(1);
    int type = cursor.u8();
    int first = cursor.u8();
    if (type != Cursor.MISSING && type != IPV4 && type != DOMAIN && type != IPV6) {
      return new Complete<>(new SocksRequest(command, Optional.empty()), length);
    }
    return first == Cursor.MISSING
        ? new NeedMore<>()
        : target(octets, offset, length, type, command);
  }

  private static Parsed<SocksRequest> target(
      byte[] octets, int offset, int length, int type, int command) {
    int start = offset + 4 + (type == DOMAIN ? 1 : 0);
    int size = type == IPV4 ? 4 : type == IPV6 ? 16 : octets[offset + 4] & 0xff;
    int consumed = start - offset + size + 2;
    if (length < consumed) {
      return new NeedMore<>();
    }
    int port = new Cursor(octets, start + size, 2).u16();
    Optional<Target> target =
        type == DOMAIN
            ? Target.of(new String(octets, start, size, StandardCharsets.ISO_8859_1), port)
            : literal(Arrays.copyOfRange(octets, start, start + size), port);
    return target.isEmpty()
        ? new NotThis<>("no destination")
        : new Complete<>(new SocksRequest(command, target), consumed);
  }

  private static Optional<Target> literal(byte[] address, int port) {
    return Optional.of(new Target.Literal(new Endpoint(Addresses.ofOctets(address), port)));
  }
}
