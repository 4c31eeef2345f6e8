package nadzor.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Texts of octets in windows-1251; of those that come again, the same one, as far as a bounded
 * number is remembered. Not thread-safe.
 */
final class SeenTexts {
  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 256;
  private static final int TOLD_APART_BY = 12;

  private final Seen[] slots = new Seen[SLOTS];

  SeenTexts() {
    Arrays.fill(slots, new Seen(new byte[0], 0, 0));
  }

  private static final class Seen {
    private final byte[] octets;
    private final Optional<String> text;

    Seen(byte[] from, int start, int end) {
      octets = Arrays.copyOfRange(from, start, end);
      text = Optional.of(text(from, start, end));
    }

    boolean is(byte[] from, int start, int end) {
      return Arrays.equals(octets, 0, octets.length, from, start, end);
    }
  }

  /** A text that is likely to come again. */
  Optional<String> common(byte[] from, int start, int end) {
    if (end - start > LONGEST) {
      return Optional.of(text(from, start, end));
    }
    int slot = slot(from, start, end);
    if (!slots[slot].is(from, start, end)) {
      slots[slot] = new Seen(from, start, end);
    }
    return slots[slot].text;
  }

  private static int slot(byte[] from, int start, int end) {
    int hash = end - start;
    for (int i = Math.max(start, end - TOLD_APART_BY); i < end; i++) {
      hash = 31 * hash + from[i];
    }
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }

  /** A text. */
  static String text(byte[] from, int start, int end) {
    int odd = start;
    while (odd < end && from[odd] >= 0) {
      odd++;
    }
    return new String(
        from, start, end - start, odd == end ? StandardCharsets.ISO_8859_1 : Mojibake.WINDOWS_1251);
  }
}
