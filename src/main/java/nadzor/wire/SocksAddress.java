package nadzor.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/** Address type, address and port, as SOCKS5 writes them (RFC 1928 sections 4, 5 and 7). */
final class SocksAddress {
  /** What is said of an address type that does not exist. */
  static final String UNKNOWN_TYPE = "an address type that is none of 1, 3, 4";

  private static final int IPV4 = 1;
  private static final int DOMAIN = 3;
  private static final int IPV6 = 4;

  private SocksAddress() {}

  /** Reads an address; the port of a literal may be 0, that of a name may not. */
  static Parsed<Target> read(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int type = cursor.u8();
    if (type == Cursor.MISSING) {
      return new NeedMore<>();
    }
    if (type != IPV4 && type != DOMAIN && type != IPV6) {
      return new NotThis<>(UNKNOWN_TYPE);
    }
    int size = type == IPV4 ? 4 : type == IPV6 ? 16 : cursor.u8();
    int start = cursor.position();
    boolean whole = cursor.skip(size);
    int port = cursor.u16();
    if (!whole || port == Cursor.MISSING) {
      return new NeedMore<>();
    }
    Optional<Target> target =
        type == DOMAIN
            ? Target.of(new String(octets, start, size, StandardCharsets.ISO_8859_1), port)
            : Optional.of(literal(Arrays.copyOfRange(octets, start, start + size), port));
    return target.isEmpty()
        ? new NotThis<>("no destination")
        : new Complete<>(target.get(), cursor.position() - offset);
  }

  private static Target literal(byte[] address, int port) {
    return new Target.Literal(new Endpoint(Addresses.ofOctets(address), port));
  }

  /** How many octets {@link #write(Endpoint, byte[], int)} takes: 7 or 19. */
  static int length(Endpoint endpoint) {
    return 1 + endpoint.address().getAddress().length + 2;
  }

  /** Writes the address; the offset after it. */
  static int write(Endpoint endpoint, byte[] into, int at) {
    byte[] address = endpoint.address().getAddress();
    into[at] = (byte) (address.length == 4 ? IPV4 : IPV6);
    System.arraycopy(address, 0, into, at + 1, address.length);
    return port(endpoint.port(), into, at + 1 + address.length);
  }

  /** Writes the name; the offset after it. */
  static int write(Target.Named named, byte[] into, int at) {
    byte[] name = named.name().bytes();
    into[at] = DOMAIN;
    into[at + 1] = (byte) name.length;
    System.arraycopy(name, 0, into, at + 2, name.length);
    return port(named.port(), into, at + 2 + name.length);
  }

  private static int port(int port, byte[] into, int at) {
    into[at] = (byte) (port >> 8);
    into[at + 1] = (byte) port;
    return at + 2;
  }
}
