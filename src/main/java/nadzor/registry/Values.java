package nadzor.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template is filled with. Texts that people wrote stay within their line: a break in them
 * is a space, so that nobody can write lines of a statement by the name of a platform.
 */
final class Values {
  private final Map<String, Object> all = new HashMap<>();

  Values with(String key, String text) {
    all.put(key, line(text));
    return this;
  }

  Values with(String key, Optional<String> text) {
    text.ifPresent(one -> with(key, one));
    return this;
  }

  Values with(String key, boolean yes) {
    all.put(key, yes);
    return this;
  }

  Values with(String key, List<Values> some) {
    all.put(key, some.stream().map(one -> one.all).toList());
    return this;
  }

  Values with(Values more) {
    all.putAll(more.all);
    return this;
  }

  Map<String, Object> map() {
    return all;
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
