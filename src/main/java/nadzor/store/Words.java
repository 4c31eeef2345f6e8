package nadzor.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives one string for equal texts, and one instant for equal instants, as long as nothing else
 * took their place: a table of fixed size that the latest comer of a place holds. Used by one
 * thread.
 */
final class Words {
  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 256;

  private final @Nullable String[] words = new String[PLACES];
  private final @Nullable Instant[] instants = new Instant[PLACES];

  String of(char[] text, int from, int length) {
    if (length > LONGEST) {
      return new String(text, from, length);
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + text[i];
    }
    int place = place(hash);
    String held = words[place];
    if (held != null && same(held, text, from, length)) {
      return held;
    }
    String fresh = new String(text, from, length);
    words[place] = fresh;
    return fresh;
  }

  Instant of(Instant instant) {
    int place = place(Long.hashCode(instant.getEpochSecond() * 31 + instant.getNano()));
    Instant held = instants[place];
    if (instant.equals(held)) {
      return held;
    }
    instants[place] = instant;
    return instant;
  }

  private static int place(int hash) {
    return (hash * 0x9e3779b9) >>> (Integer.SIZE - 13);
  }

  private static boolean same(String held, char[] text, int from, int length) {
    if (held.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (held.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
