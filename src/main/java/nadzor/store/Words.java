package nadzor.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives one string for equal texts, and one instant for equal instants, as long as nothing else
 * took their place: a table of fixed size, a place of which is taken by whatever comes to it twice
 * running. Used by one thread.
 */
final class Words {
  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 256;

  private final @Nullable Word[] words = new Word[PLACES];

  /** The hash of the text that came last and was not kept: one that comes twice is. */
  private final int[] passed = new int[PLACES];

  private final @Nullable Instant[] instants = new Instant[PLACES];

  /** A text with its octets. */
  private static final class Word {
    private final byte[] octets;
    private final String text;

    Word(byte[] octets, String text) {
      this.octets = octets;
      this.text = text;
    }
  }

  /**
   * The text of these octets of UTF-8.
   *
   * @throws NotCanonical if they are none
   */
  String of(byte[] line, int from, int to) {
    if (to - from > LONGEST) {
      return decoded(line, from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + line[i];
    }
    int place = place(hash);
    Word held = words[place];
    if (held != null && Arrays.equals(held.octets, 0, held.octets.length, line, from, to)) {
      return held.text;
    }
    String fresh = decoded(line, from, to);
    if (held == null || passed[place] == hash) {
      words[place] = new Word(Arrays.copyOfRange(line, from, to), fresh);
    }
    passed[place] = hash;
    return fresh;
  }

  /** The same for a text that has no lone surrogate. */
  String of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') >= 0 ? text : of(octets, 0, octets.length);
  }

  /** What is no UTF-8 shows as U+FFFD; a text that has one of its own is for the parser, too. */
  static String decoded(byte[] line, int from, int to) {
    String text = new String(line, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new NotCanonical();
    }
    return text;
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
}
