package nadzor.files;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and rates with their units. */
final class Units {
  private static final Pattern QUANTITY = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([A-Za-z/]+)");
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0);
  private static final Map<String, Double> BYTES_PER_SECOND =
      Map.of(
          "B/s", 1.0,
          "kB/s", 1e3,
          "MB/s", 1e6,
          "bit/s", 0.125,
          "kbit/s", 125.0,
          "Mbit/s", 125_000.0);

  private Units() {}

  static Duration duration(String text) {
    return Duration.ofMillis(Math.round(quantity(text, SECONDS) * 1000));
  }

  static double rate(String text) {
    double rate = quantity(text, BYTES_PER_SECOND);
    if (rate <= 0) {
      throw new IllegalArgumentException(text);
    }
    return rate;
  }

  private static double quantity(String text, Map<String, Double> units) {
    Matcher matcher = QUANTITY.matcher(text.strip());
    Double unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(text);
    }
    return Double.parseDouble(matcher.group(1)) * unit;
  }
}
