package nadzor.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Records of which there may be several under one key, in order. One writer, many readers. */
final class Tray<E extends Entry> {
  private final Map<String, Series<Recorded<E>>> byKey = new ConcurrentHashMap<>();

  void add(String key, Recorded<E> record) {
    byKey.computeIfAbsent(key, none -> new Series<>()).add(record);
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Those under the key up to that number, in order. */
  List<Recorded<E>> upTo(String key, long limit) {
    Series<Recorded<E>> series = byKey.get(key);
    return series == null ? List.of() : series.upTo(limit);
  }

  /** The last of them. */
  Optional<Recorded<E>> last(String key, long limit) {
    Series<Recorded<E>> series = byKey.get(key);
    return series == null ? Optional.empty() : series.lastUpTo(limit);
  }
}
