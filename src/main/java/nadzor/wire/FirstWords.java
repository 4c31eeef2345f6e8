package nadzor.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of protocol a segment speaks, judged by its first octets alone. After a TLS record, an
 * HTTP request or a SOCKS message the throttler of 2021 went on looking at 15 to 20 more packets;
 * after an unknown segment of 101 octets or more it gave the connection up (Censored Planet,
 * "Throttling of Twitter in Russia", 2021).
 */
public enum FirstWords {
  /** A TLS record of any type: 20 to 24, version 3.x, at most 2^14 + 256 octets. */
  TLS_RECORD,
  /** A method of RFC 9110 (or PATCH, RFC 5789) and the blank after it; CONNECT is one. */
  HTTP,
  /** The whole of a SOCKS5 greeting or request, or of a SOCKS4 request, and nothing else. */
  SOCKS,
  /** None of these. */
  UNKNOWN;

  private static final int MAX_CIPHERTEXT = (1 << 14) + 256;
  private static final byte[][] METHODS =
      Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
          .map(method -> (method + " ").getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  /** Judges {@code length} octets from {@code offset}, which must lie inside the array. */
  public static FirstWords of(byte[] octets, int offset, int length) {
    if (isTlsRecord(new Cursor(octets, offset, length))) {
      return TLS_RECORD;
    }
    if (isHttp(octets, offset, length)) {
      return HTTP;
    }
    return isSocks(octets, offset, length) ? SOCKS : UNKNOWN;
  }

  private static boolean isTlsRecord(Cursor cursor) {
    int type = cursor.u8();
    int major = cursor.u8();
    cursor.skip(1);
    int record = cursor.u16();
    return type >= 20
        && type <= 24
        && major == 3
        && record != Cursor.MISSING
        && record <= MAX_CIPHERTEXT;
  }

  private static boolean isHttp(byte[] octets, int offset, int length) {
    for (byte[] method : METHODS) {
      int same = 0;
      while (same < Math.min(length, method.length) && octets[offset + same] == method[same]) {
        same++;
      }
      if (same == method.length) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSocks(byte[] octets, int offset, int length) {
    int version = length == 0 ? 0 : octets[offset];
    if (version == Socks4Parser.VERSION) {
      return all(Socks4Parser.request(octets, offset, length), length).isPresent();
    }
    return version == Socks5Parser.VERSION
        && (all(Socks5Parser.greeting(octets, offset, length), length).isPresent()
            || all(Socks5Parser.request(octets, offset, length), length)
                .filter(request -> request.target().isPresent())
                .isPresent());
  }

  private static <T> Optional<T> all(Parsed<T> parsed, int length) {
    return parsed instanceof Parsed.Complete<T> complete && complete.consumed() == length
        ? Optional.of(complete.value())
        : Optional.empty();
  }
}
