package nadzor.blocklist;

import com.google.common.base.Suppliers;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Rules of one kind under their keys, in a few flat buffers that may as well lie in a mapped file:
 * a pool of entries (see {@link Entry}) in buckets, a directory of these, and the sources of
 * reasons. A hit compares the octets, so there are no false ones. Rules exist as objects only where
 * they are asked for. Immutable, thread-safe.
 */
final class Entries {
  static final int ABSENT = -1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Kind kind;
  private final ByteBuffer pool;
  private final Directory directory;
  private final Sources sources;
  private final int size;
  private final int rules;
  private final Supplier<ContentHash> hash;
  private final Matches matches;

  /** Once, so that a hit on a kept match makes nothing. */
  private final Matches.Maker maker = this::made;

  Entries(Kind kind, ByteBuffer pool, Directory directory, Sources sources, int size, int rules) {
    this.kind = kind;
    this.pool = pool;
    this.directory = directory;
    this.sources = sources;
    this.size = size;
    this.rules = rules;
    matches = new Matches(size);
    hash = Suppliers.memoize(this::hashed);
  }

  /** The same with its hash, as it was worked out before. */
  Entries(Entries same, ContentHash known) {
    kind = same.kind;
    pool = same.pool;
    directory = same.directory;
    sources = same.sources;
    size = same.size;
    rules = same.rules;
    matches = same.matches;
    hash = Suppliers.ofInstance(known);
  }

  static Entries none(Kind kind) {
    return new EntriesBuilder(kind).build();
  }

  Kind kind() {
    return kind;
  }

  ByteBuffer pool() {
    return pool;
  }

  Directory directory() {
    return directory;
  }

  Sources sources() {
    return sources;
  }

  /** How many keys have an entry, empty ones included. */
  int size() {
    return size;
  }

  /** How many rules there are. */
  int rules() {
    return rules;
  }

  /** The octets of everything: entries with keys, rules and lines, the table, the sources. */
  long bytes() {
    return pool.limit() + directory.bytes() + sources.bytes();
  }

  /** Where a bucket begins in the lower half, where it ends in the upper one. */
  long range(long mixed) {
    return directory.range(directory.bucket(mixed));
  }

  /** The first octets of a bucket, or others where it is empty. */
  long head(long range) {
    return pool.getLong(Directory.start(range));
  }

  /**
   * The offset of a key's entry, or {@link #ABSENT}. Does not allocate.
   *
   * @param mixed the mixed hash of the key
   */
  int locate(long mixed, byte[] buffer, int from, int to) {
    long range = range(mixed);
    return locate(range, head(range), mixed, buffer, from, to);
  }

  /** As the other, where the bucket and its first octets are known. */
  int locate(long range, long head, long mixed, byte[] buffer, int from, int to) {
    int start = Directory.start(range);
    if (start == Directory.end(range)) {
      return ABSENT;
    }
    return Bucket.isSmall(head)
        ? locateSmall(start, head, mixed, buffer, from, to)
        : locateLarge(start, mixed, buffer, from, to);
  }

  private int locateSmall(int start, long head, long mixed, byte[] buffer, int from, int to) {
    for (long fits = Bucket.fits(head, mixed); fits != 0; fits &= fits - 1) {
      int offset = Bucket.offset(pool, start, head, fits);
      if (holds(offset, buffer, from, to)) {
        return offset;
      }
    }
    return ABSENT;
  }

  private int locateLarge(int start, long mixed, byte[] buffer, int from, int to) {
    int which = Bucket.next(pool, start, mixed, 0);
    while (which != Bucket.NONE) {
      int offset = Bucket.offset(pool, start, which);
      if (holds(offset, buffer, from, to)) {
        return offset;
      }
      which = Bucket.next(pool, start, mixed, which + 1);
    }
    return ABSENT;
  }

  private boolean holds(int offset, byte[] buffer, int from, int to) {
    int length = to - from;
    int key = offset + 2;
    if (pool.get(offset + 1) != length) {
      if (length < 1 << 7 || Entry.keyLength(pool, offset) != length) {
        return false;
      }
      key = Entry.key(pool, offset);
    }
    return length < Long.BYTES
        ? isShort(key, buffer, from, length)
        : isLong(key, buffer, from, length);
  }

  private boolean isShort(int key, byte[] buffer, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (pool.get(key + i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Compares eight octets at once; the last eight overlap those before. */
  private boolean isLong(int key, byte[] buffer, int from, int length) {
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      if (pool.getLong(key + i) != (long) LONG.get(buffer, from + i)) {
        return false;
      }
    }
    return pool.getLong(key + last) == (long) LONG.get(buffer, from + last);
  }

  /** The offset of the entry with the key of another's entry, or {@link #ABSENT}. */
  int locate(Entries other, int offset) {
    if (size == 0) {
      return ABSENT;
    }
    int from = Entry.key(other.pool, offset);
    int length = Entry.keyLength(other.pool, offset);
    long mixed = kind.keys().hash(other.pool, from, from + length);
    long range = range(mixed);
    int start = Directory.start(range);
    if (start == Directory.end(range)) {
      return ABSENT;
    }
    int which = Bucket.next(pool, start, mixed, 0);
    while (which != Bucket.NONE) {
      int found = Bucket.offset(pool, start, which);
      if (holds(found, other.pool, from, length)) {
        return found;
      }
      which = Bucket.next(pool, start, mixed, which + 1);
    }
    return ABSENT;
  }

  private boolean holds(int offset, ByteBuffer other, int from, int length) {
    int at = Entry.key(pool, offset);
    boolean same = Entry.keyLength(pool, offset) == length;
    for (int i = 0; same && i < length; i++) {
      same = pool.get(at + i) == other.get(from + i);
    }
    return same;
  }

  int locate(byte[] key) {
    return size == 0 ? ABSENT : locate(kind.keys().hash(key, 0, key.length), key, 0, key.length);
  }

  /** The measures that are ordered for the key itself, as bits, and {@link Entry#EXCEPTED}. */
  int self(int offset) {
    return Entry.self(pool, offset);
  }

  /** Those that are ordered for what stands under the key, likewise. */
  int under(int offset) {
    return Entry.under(pool, offset);
  }

  /** The key of an entry, a fresh array. */
  byte[] key(int offset) {
    byte[] key = new byte[Entry.keyLength(pool, offset)];
    pool.get(Entry.key(pool, offset), key);
    return key;
  }

  /** The rules of an entry, exceptions left out, that reach as far as one of these bits. */
  Match match(int offset, int reach) {
    return matches.of(offset, reach, maker);
  }

  private Match made(int offset, int reach) {
    List<Rule> all = new ArrayList<>(1);
    byte[] key = key(offset);
    forEachCode(
        offset,
        code -> {
          if ((code.reach() & reach) != 0 && !RuleCode.isException(code.bits())) {
            all.add(rule(key, code));
          }
        });
    return Match.of(all);
  }

  /** All rules of an entry. */
  List<Rule> rules(int offset) {
    List<Rule> all = new ArrayList<>(Entry.count(pool, offset));
    byte[] key = key(offset);
    forEachCode(offset, code -> all.add(rule(key, code)));
    return all;
  }

  Rule rule(byte[] key, RuleCode code) {
    return new Rule(
        kind.keys().matcher(key, code.reach(), code.ports()),
        code.measure(),
        sources.reason(code.source(), code.line()));
  }

  void forEachCode(int offset, Consumer<RuleCode> to) {
    int at = Entry.rules(pool, offset);
    for (int left = Entry.count(pool, offset); left > 0; left--) {
      to.accept(RuleCode.read(pool, at));
      at = RuleCode.after(pool, at);
    }
  }

  /** Calls with the offset of every entry, in no promised order. */
  void forEach(IntConsumer to) {
    Courtesy others = Courtesy.ofShortSteps();
    for (int bucket = 0; bucket < directory.buckets(); bucket++) {
      long range = directory.range(bucket);
      int start = Directory.start(range);
      int count = start == Directory.end(range) ? 0 : Bucket.count(pool, start);
      for (int which = 0; which < count; which++) {
        to.accept(Bucket.offset(pool, start, which));
        others.step();
      }
    }
  }

  /** The sum over all rules; worked out when first asked for. */
  ContentHash hash() {
    return hash.get();
  }

  private ContentHash hashed() {
    HashSum sum = new HashSum();
    Map<Integer, byte[]> digests = new HashMap<>();
    forEach(
        offset -> {
          int from = Entry.key(pool, offset);
          int to = from + Entry.keyLength(pool, offset);
          forEachCode(
              offset,
              code -> {
                byte[] source = digests.computeIfAbsent(code.source(), sources::digest);
                sum.add(kind, code, source, pool, from, to);
              });
        });
    return sum.total();
  }
}
