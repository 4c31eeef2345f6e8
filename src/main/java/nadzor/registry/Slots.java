package nadzor.registry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Records by id, at some 16 octets a record where a {@link java.util.concurrent.ConcurrentHashMap}
 * takes 40: of a million records that is a tenth of the heap. Open addressing, never more than
 * three quarters full; nothing is removed. One thread writes, any number read.
 */
final class Slots<E extends Entry> {
  private static final int FIRST = 16;

  private volatile AtomicReferenceArray<@Nullable Recorded<E>> slots =
      new AtomicReferenceArray<>(FIRST);

  /** Of the record in each slot; for the writer alone, who then need not read it to move it. */
  private int[] hashes = new int[FIRST];

  private int size;

  /** Makes room for so many records, where there is none yet. */
  void reserve(int count) {
    int room = FIRST;
    while (4L * count > 3L * room) {
      room *= 2;
    }
    slots = new AtomicReferenceArray<>(room);
    hashes = new int[room];
  }

  /** Adds the record about an id; one of the same id must not be there. */
  void add(String id, Recorded<E> record) {
    AtomicReferenceArray<@Nullable Recorded<E>> room = slots;
    if (4 * (size + 1) > 3 * room.length()) {
      room = grown(room);
      slots = room;
    }
    put(room, hashes, record, hash(id));
    size++;
  }

  private AtomicReferenceArray<@Nullable Recorded<E>> grown(
      AtomicReferenceArray<@Nullable Recorded<E>> full) {
    AtomicReferenceArray<@Nullable Recorded<E>> room =
        new AtomicReferenceArray<>(2 * full.length());
    int[] fresh = new int[room.length()];
    for (int i = 0; i < full.length(); i++) {
      Recorded<E> record = full.getPlain(i);
      if (record != null) {
        put(room, fresh, record, hashes[i]);
      }
    }
    hashes = fresh;
    return room;
  }

  private static <E extends Entry> void put(
      AtomicReferenceArray<@Nullable Recorded<E>> room,
      int[] hashes,
      Recorded<E> record,
      int hash) {
    int at = hash & (room.length() - 1);
    while (room.getPlain(at) != null) {
      at = (at + 1) & (room.length() - 1);
    }
    hashes[at] = hash;
    room.setRelease(at, record);
  }

  Optional<Recorded<E>> find(String id) {
    AtomicReferenceArray<@Nullable Recorded<E>> room = slots;
    int at = hash(id) & (room.length() - 1);
    Recorded<E> record = room.get(at);
    while (record != null && !record.isAbout(id)) {
      at = (at + 1) & (room.length() - 1);
      record = room.get(at);
    }
    return Optional.ofNullable(record);
  }

  private static int hash(String id) {
    int hash = id.hashCode() * 0x9e3779b9;
    return hash ^ (hash >>> 15);
  }
}
