package nadzor.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
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

  /** Writes down the numbers of the records up to one of them; not of a fork. */
  void write(ImageOut out, long limit) throws IOException {
    for (Map.Entry<String, Series<Recorded<E>>> held : byKey.entrySet()) {
      List<Recorded<E>> known = held.getValue().upTo(limit);
      if (!known.isEmpty()) {
        out.number(known.size());
        out.text(held.getKey());
        long last = 0;
        for (Recorded<E> record : known) {
          out.number(record.number() - last);
          last = record.number();
        }
      }
    }
    out.number(0);
  }

  /**
   * Takes in what was written down.
   *
   * @param byNumber all records up to then
   */
  void read(ImageIn in, LongFunction<Recorded<E>> byNumber) {
    for (int count = in.count(); count > 0; count = in.count()) {
      String key = words.same(in.text());
      List<Recorded<E>> records = new ArrayList<>(count);
      long number = 0;
      for (int i = 0; i < count; i++) {
        number += in.number();
        records.add(byNumber.apply(number));
      }
      byKey.put(key, Series.of(records));
    }
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
