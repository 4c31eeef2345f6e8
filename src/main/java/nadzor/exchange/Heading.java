package nadzor.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a list says of itself before its items: {@code updateTime}, {@code updateTimeUrgently},
 * {@code formatVersion} (register XML), {@code updated} (register CSV), {@code zone}, {@code soa},
 * {@code ns}, {@code ttl} (RPZ). Immutable.
 */
public record Heading(Map<String, String> values) {
  /** Of a list that says nothing of itself. */
  public static final Heading NONE = new Heading(Map.of());

  /** Copies the values, in their order. */
  public Heading {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** One of them. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** With one more, or another one. */
  public Heading with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new Heading(more);
  }
}
