package nadzor.registry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Records by id, at 8 octets a record where a {@link java.util.concurrent.ConcurrentHashMap} takes
 * 40: of a million records that is a tenth of the heap. Open addressing, never more than half full;
 * nothing is removed. One thread writes, any number read.
 */
final class Slots<E extends Entry> {
  private static final int FIRST = 16;

  private volatile AtomicReferenceArray<@Nullable Recorded<E>> slots =
      new AtomicReferenceArray<>(FIRST);
  private int size;

  /** Adds the record; one of the same id must not be there. */
  void add(Recorded<E> record) {
    AtomicReferenceArray<@Nullable Recorded<E>> room = slots;
    if (2 * (size + 1) > room.length()) {
      room = grown(room);
      slots = room;
    }
    put(room, record);
    size++;
  }

  private AtomicReferenceArray<@Nullable Recorded<E>> grown(
      AtomicReferenceArray<@Nullable Recorded<E>> full) {
    AtomicReferenceArray<@Nullable Recorded<E>> room =
        new AtomicReferenceArray<>(2 * full.length());
    for (int i = 0; i < full.length(); i++) {
      Recorded<E> record = full.get(i);
      if (record != null) {
        put(room, record);
      }
    }
    return room;
  }

  private static <E extends Entry> void put(
      AtomicReferenceArray<@Nullable Recorded<E>> room, Recorded<E> record) {
    int at = first(record.entry().about(), room.length());
    while (room.get(at) != null) {
      at = (at + 1) & (room.length() - 1);
    }
    room.set(at, record);
  }

  Optional<Recorded<E>> find(String id) {
    AtomicReferenceArray<@Nullable Recorded<E>> room = slots;
    int at = first(id, room.length());
    Recorded<E> record = room.get(at);
    while (record != null && !record.entry().about().equals(id)) {
      at = (at + 1) & (room.length() - 1);
      record = room.get(at);
    }
    return Optional.ofNullable(record);
  }

  private static int first(String id, int length) {
    int hash = id.hashCode() * 0x9e3779b9;
    return (hash ^ (hash >>> 15)) & (length - 1);
  }
}
