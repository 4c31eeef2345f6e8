package nadzor.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a list begins, and what moment the list is of: all pages tell of one
 * moment. Immutable.
 *
 * @param offset how many came before
 */
record Cursor(int offset, Instant at, Optional<Instant> known) {
  String text() {
    String plain = offset + "|" + at + "|" + known.map(Instant::toString).orElse("");
    byte[] octets = plain.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  static Cursor read(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int first = plain.indexOf('|');
      int second = plain.indexOf('|', first + 1);
      int offset = Integer.parseInt(plain.substring(0, first));
      Instant at = Instant.parse(plain.substring(first + 1, second));
      String known = plain.substring(second + 1);
      if (offset >= 0) {
        return new Cursor(
            offset, at, known.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(known)));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static Problem wrong(String text) {
    return Problem.malformed(
        new Fault("#query/cursor", "'" + text + "'", "'next' of the page before"));
  }
}
