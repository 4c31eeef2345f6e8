package nadzor.probe;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Names whose letters are partly large. */
final class MixedCase {
  private MixedCase() {}

  /** Every second letter large, the first one small. */
  static String alternating(String name) {
    return with(name, at -> at % 2 == 1);
  }

  /** A coin for each letter (draft-vixie-dnsext-dns0x20); never all small, if there is a letter. */
  static String random(String name, RandomGenerator random) {
    String mixed = with(name, at -> random.nextBoolean());
    return mixed.equals(name) ? alternating(name) : mixed;
  }

  private static String with(String name, IntPredicate large) {
    StringBuilder text = new StringBuilder();
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      boolean letter = Character.isLetter(each);
      boolean grow = letter && large.test(letters);
      letters += letter ? 1 : 0;
      text.append(grow ? String.valueOf(each).toUpperCase(Locale.ROOT) : String.valueOf(each));
    }
    return text.toString();
  }
}
