package nadzor.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nadzor.dns.ResolverLimits;
import nadzor.proxy.DatagramLimits;
import nadzor.proxy.ProxyLimits;

/** The limits of a {@link Subject}, as words {@code name=number} of a command line. Immutable. */
final class Settings {
  /** A number that no test comes near, as a limit in milliseconds: ten minutes. */
  static final int LONG_MILLIS = 600_000;

  private static final Map<String, Integer> STANDARD =
      Map.of(
          "idle", LONG_MILLIS,
          "opening", LONG_MILLIS,
          "connect", LONG_MILLIS,
          "clients", 16_384,
          "connections", 4_096,
          "pending", 1_024,
          "upstream", 300);

  private final Map<String, Integer> numbers;

  private Settings(Map<String, Integer> numbers) {
    this.numbers = numbers;
  }

  /** The words over the standard. */
  static Settings of(String... words) {
    Map<String, Integer> numbers = new TreeMap<>(STANDARD);
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = word.substring(0, equals);
      if (numbers.replace(name, Integer.valueOf(word.substring(equals + 1))) == null) {
        throw new IllegalArgumentException(name + " is none of " + STANDARD.keySet());
      }
    }
    return new Settings(numbers);
  }

  /** The words that make the same again. */
  List<String> words() {
    return numbers.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList();
  }

  ProxyLimits proxy() {
    return new ProxyLimits(
        number("clients"),
        millis("opening"),
        millis("connect"),
        millis("idle"),
        Duration.ofSeconds(2),
        256 * 1024,
        DatagramLimits.STANDARD);
  }

  ResolverLimits resolver() {
    return new ResolverLimits(
        4 << 20, number("pending"), number("connections"), 32, millis("idle"));
  }

  /** For each of two attempts at the upstream that never answers. */
  Duration upstream() {
    return millis("upstream");
  }

  private Duration millis(String name) {
    return Duration.ofMillis(number(name));
  }

  private int number(String name) {
    return numbers.getOrDefault(name, 0);
  }
}
