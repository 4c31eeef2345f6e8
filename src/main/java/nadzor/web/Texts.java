package nadzor.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Filters of lists. */
final class Texts {
  private Texts() {}

  /** Whether any of the texts has what is looked for, whatever its case; nothing is in all. */
  static boolean has(Optional<String> wanted, String... texts) {
    if (wanted.isEmpty()) {
      return true;
    }
    String lower = wanted.get().toLowerCase(Locale.ROOT);
    return Arrays.stream(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lower));
  }

  /** Whether nothing is wanted, or exactly this. */
  static boolean isOr(Optional<String> wanted, String text) {
    return wanted.filter(one -> !one.equals(text)).isEmpty();
  }
}
