package nadzor.story.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Values as the report writes them. */
final class Words {
  private static final double KILO = 1000;
  private static final double WHOLE_FROM = 100;

  private Words() {}

  /** A constant's name as a word, as {@code in force}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** As {@code 1 step}, {@code 6 steps}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** As {@code 650 B/s}, {@code 18.4 kB/s}, {@code 52 MB/s}; decimal units. */
  static String rate(double bytesPerSecond) {
    String unit = "B/s";
    double value = bytesPerSecond;
    for (String next : new String[] {"kB/s", "MB/s", "GB/s"}) {
      if (value < KILO) {
        break;
      }
      value /= KILO;
      unit = next;
    }
    boolean whole = value >= WHOLE_FROM || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, unit);
  }

  static String rate(OptionalDouble bytesPerSecond) {
    return bytesPerSecond.isPresent() ? rate(bytesPerSecond.getAsDouble()) : "nothing came";
  }

  /** An anchor: letters, digits and hyphens. */
  static String anchor(String kind, String id) {
    return kind + "-" + id.replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** At most so many characters. */
  static String shortened(String said, int most) {
    return said.length() <= most ? said : said.substring(0, most - 1) + "…";
  }
}
