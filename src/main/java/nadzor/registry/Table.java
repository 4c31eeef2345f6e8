package nadzor.registry;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of which there is one for an id, by id and in order. One writer, many readers. */
final class Table<E extends Entry> {
  private final Slots<E> byId = new Slots<>();
  private final Series<Recorded<E>> inOrder;

  /** What this one goes on from after that number. */
  private final @Nullable Table<E> before;

  private final long forked;

  Table() {
    this(new Series<>(), null, 0);
  }

  private Table(Series<Recorded<E>> inOrder, @Nullable Table<E> before, long forked) {
    this.inOrder = inOrder;
    this.before = before;
    this.forked = forked;
  }

  /** A table that goes on by itself after that number. */
  Table<E> fork(long limit) {
    return new Table<>(inOrder.fork(limit), this, limit);
  }

  /** Makes room for so many records, where there is none yet. */
  void reserve(int count) {
    byId.reserve(count);
  }

  void add(String id, Recorded<E> record) {
    byId.add(id, record);
    inOrder.add(record);
  }

  /** The record of that id, if its number is not above the limit. */
  Optional<Recorded<E>> find(String id, long limit) {
    Optional<Recorded<E>> own = byId.find(id).filter(record -> record.number() <= limit);
    return own.isPresent() || before == null ? own : before.find(id, Math.min(limit, forked));
  }

  /** Those up to that number, in order. */
  List<Recorded<E>> upTo(long limit) {
    return inOrder.upTo(limit);
  }

  /** The ids in order, for messages. */
  Collection<String> ids(long limit) {
    return Lists.transform(upTo(limit), Recorded::about);
  }
}
