package nadzor.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads the request of a SOCKS4 or SOCKS4a client (Y.-D. Lee, "SOCKS: a protocol for TCP proxy
 * across firewalls", and its 4A extension). The user id is passed over; it and the name have 255
 * octets at most. Pure: no octets make it throw.
 */
public final class Socks4Parser {
  /** The first octet. */
  public static final int VERSION = 4;

  private static final int FIXED = 8;
  private static final int MAX_TEXT = 255;

  private Socks4Parser() {}

  /** Reads the request. */
  public static Parsed<SocksRequest> request(byte[] octets, int offset, int length) {
    if (length > 0 && octets[offset] != VERSION) {
      return new NotThis<>("SOCKS version " + octets[offset]);
    }
    if (length < FIXED) {
      return new NeedMore<>();
    }
    int end = offset + length;
    int userEnd = zero(octets, offset + FIXED, end);
    if (userEnd == end || userEnd - offset - FIXED > MAX_TEXT) {
      return unfinished(userEnd - offset - FIXED);
    }
    int command = octets[offset + 1] & 0xff;
    int port = new Cursor(octets, offset + 2, 2).u16();
    byte[] address = Arrays.copyOfRange(octets, offset + 4, offset + FIXED);
    if (!meansName(address)) {
      Target literal = new Target.Literal(new Endpoint(Addresses.ofOctets(address), port));
      return done(command, Optional.of(literal), userEnd + 1 - offset);
    }
    int nameEnd = zero(octets, userEnd + 1, end);
    int count = nameEnd - userEnd - 1;
    if (nameEnd == end || count > MAX_TEXT) {
      return unfinished(count);
    }
    String name = new String(octets, userEnd + 1, count, StandardCharsets.ISO_8859_1);
    return done(command, Target.of(name, port), nameEnd + 1 - offset);
  }

  private static Parsed<SocksRequest> done(int command, Optional<Target> target, int consumed) {
    return target.isEmpty()
        ? new NotThis<>("no destination")
        : new Complete<>(new SocksRequest(command, target), consumed);
  }

  private static Parsed<SocksRequest> unfinished(int textLength) {
    return textLength > MAX_TEXT ? new NotThis<>("a text without an end") : new NeedMore<>();
  }

  /** 0.0.0.x with x not 0: a name follows the user id. */
  private static boolean meansName(byte[] address) {
    return address[0] == 0 && address[1] == 0 && address[2] == 0 && address[3] != 0;
  }

  private static int zero(byte[] octets, int from, int end) {
    int i = from;
    while (i < end && octets[i] != 0) {
      i++;
    }
    return i;
  }
}
