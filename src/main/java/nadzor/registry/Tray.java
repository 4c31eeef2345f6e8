package nadzor.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Records of which there may be several under one key, in order. One writer, many readers. */
final class Tray<E extends Entry> {
  private final Map<String, Series<Recorded<E>>> byKey = new ConcurrentHashMap<>();
  private final Series<Recorded<E>> none = new Series<>();

  /** Keys are shared with records. */
  private final Pool words;

  /** What this one goes on from after that number. */
  private final @Nullable Tray<E> before;

  private final long forked;

  Tray(Pool words) {
    this(words, null, 0);
  }

  private Tray(Pool words, @Nullable Tray<E> before, long forked) {
    this.words = words;
    this.before = before;
    this.forked = forked;
  }

  /** A tray that goes on by itself after that number. */
  Tray<E> fork(Pool others, long limit) {
    return new Tray<>(others, this, limit);
  }

  void add(String key, Recorded<E> record) {
    Series<Recorded<E>> held = byKey.get(key);
    if (held == null) {
      held = begun(key);
      byKey.put(words.same(key), held);
    }
    held.add(record);
  }

  private Series<Recorded<E>> begun(String key) {
    return before == null ? new Series<>() : before.series(key).fork(forked);
  }

  private Series<Recorded<E>> series(String key) {
    Series<Recorded<E>> held = byKey.get(key);
    if (held != null) {
      return held;
    }
    return before == null ? none : begun(key);
  }

  boolean has(String key) {
    return series(key).size() > 0;
  }

  /** Those under the key up to that number, in order. */
  List<Recorded<E>> upTo(String key, long limit) {
    return series(key).upTo(limit);
  }

  /** The last of them. */
  Optional<Recorded<E>> last(String key, long limit) {
    return series(key).lastUpTo(limit);
  }
}
