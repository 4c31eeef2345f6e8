package nadzor.web;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * One parameter by which a list is cut down, read once for all of the list. Immutable.
 *
 * @param wanted what is asked for; where it is nothing, everything passes
 * @param first which characters of ASCII it may begin with, whatever their case
 */
record Filter(Optional<String> wanted, BitSet first) {
  private static final int ASCII = 128;

  /** A parameter as it was given. */
  Filter(Optional<String> wanted) {
    this(wanted, first(wanted.orElse("")));
  }

  private static BitSet first(String sought) {
    BitSet bits = new BitSet(ASCII);
    for (int c = 0; c < ASCII && !sought.isEmpty(); c++) {
      if (Character.toString(c).regionMatches(true, 0, sought, 0, 1)) {
        bits.set(c);
      }
    }
    return bits;
  }

  boolean isGiven() {
    return wanted.isPresent();
  }

  /** Whether nothing is wanted, or exactly this. */
  boolean is(String text) {
    return wanted.isEmpty() || wanted.get().equals(text);
  }

  /** Whether any of the texts has what is wanted, whatever its case; nothing is in all. */
  boolean isIn(String... texts) {
    return wanted.isEmpty() || Arrays.stream(texts).anyMatch(this::isInOne);
  }

  /** The same of one text. */
  boolean isInOne(String text) {
    if (wanted.isEmpty() || wanted.get().isEmpty()) {
      return true;
    }
    String sought = wanted.get();
    int last = text.length() - sought.length();
    for (int at = 0; at <= last; at++) {
      if (mayBegin(text.charAt(at)) && text.regionMatches(true, at, sought, 0, sought.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBegin(char c) {
    return c >= ASCII || first.get(c);
  }
}
