package nadzor.web;

import java.util.Arrays;
import java.util.Optional;

/**
 * One parameter by which a list is cut down, read once for all of the list. Immutable.
 *
 * @param wanted what is asked for; where it is nothing, everything passes
 */
record Filter(Optional<String> wanted) {
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
    if (wanted.isEmpty()) {
      return true;
    }
    String sought = wanted.get();
    int last = text.length() - sought.length();
    for (int at = 0; at <= last; at++) {
      if (text.regionMatches(true, at, sought, 0, sought.length())) {
        return true;
      }
    }
    return false;
  }
}
