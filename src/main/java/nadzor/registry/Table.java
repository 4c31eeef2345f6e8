package nadzor.registry;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records of which there is one for an id, by id and in order. One writer, many readers. */
final class Table<E extends Entry> {
  private final Slots<E> byId = new Slots<>();
  private final Series<Recorded<E>> inOrder = new Series<>();

  void add(Recorded<E> record) {
    byId.add(record);
    inOrder.add(record);
  }

  /** The record of that id, if its number is not above the limit. */
  Optional<Recorded<E>> find(String id, long limit) {
    return byId.find(id).filter(record -> record.number() <= limit);
  }

  /** Those up to that number, in order. */
  List<Recorded<E>> upTo(long limit) {
    return inOrder.upTo(limit);
  }

  /** The ids in order, for messages. */
  Collection<String> ids(long limit) {
    return Lists.transform(upTo(limit), record -> record.entry().about());
  }
}
