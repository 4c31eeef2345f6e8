package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Puts records, written down one after another as they came, into the buckets of a pool; records of
 * one key become one entry with the rules of all. Used once, by one thread.
 */
final class EntriesLayout {
  private final Kind kind;
  private final OctetLog log;
  private final ByteBuffer written;

  /** The hash of each record's key; first as the records came, then by their buckets. */
  private long[] hashes;

  /** Where each record begins, in the same order. */
  private int[] places;

  private final Courtesy others = Courtesy.ofShortSteps();
  private final OctetLog pool = new OctetLog();
  private final OctetLog large = new OctetLog();
  private final OctetLog bucket = new OctetLog();
  private byte[] tags = new byte[16];
  private int[] ends = new int[16];
  private int[] further = new int[16];
  private int size;
  private int rules;

  /** For a log of so many records. */
  EntriesLayout(Kind kind, OctetLog log, int records) {
    this.kind = kind;
    this.log = log;
    written = log.view();
    hashes = new long[records];
    places = new int[records];
  }

  /** Lays them out. */
  Entries lay(Sources sources) {
    hash();
    Directory directory = Directory.of(hashes.length);
    int[] counts = counts(directory);
    sort(directory, counts.clone());
    for (int i = 0; i < directory.buckets(); i++) {
      int start = pool.end();
      bucket(counts[i], counts[i + 1]);
      directory.put(i, start, pool.end());
    }
    far(directory);
    pool.octets(new byte[Bucket.PADDING], 0, Bucket.PADDING);
    return new Entries(kind, pool.whole(), directory, sources, size, rules);
  }

  private void hash() {
    int at = 0;
    for (int i = 0; i < hashes.length; i++) {
      int from = Entry.key(written, at);
      places[i] = at;
      hashes[i] = kind.keys().hash(log.array(), from, from + Entry.keyLength(written, at));
      at = Entry.after(written, at);
      others.step();
    }
  }

  /** How many records are in the buckets before each. */
  private int[] counts(Directory directory) {
    int[] counts = new int[directory.buckets() + 1];
    for (long hash : hashes) {
      counts[directory.bucket(hash) + 1]++;
    }
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
    return counts;
  }

  /**
   * Sorts the records by their buckets, those of one bucket as they came: what is put down in any
   * order is then read one after the other, and waits for memory once.
   */
  private void sort(Directory directory, int[] next) {
    long[] sortedHashes = new long[hashes.length];
    int[] sortedPlaces = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      int at = next[directory.bucket(hashes[i])]++;
      sortedHashes[at] = hashes[i];
      sortedPlaces[at] = places[i];
      others.step();
    }
    hashes = sortedHashes;
    places = sortedPlaces;
  }

  private void bucket(int from, int to) {
    if (from == to) {
      return;
    }
    room(to - from);
    bucket.clear();
    int count = 0;
    for (int record = from; record < to; record++) {
      if (!isAgain(record, from)) {
        emit(record, to);
        tags[count] = (byte) Bucket.tag(hashes[record]);
        ends[count++] = bucket.end();
        others.step();
      }
    }
    size += count;
    if (!Bucket.put(pool, bucket, tags, ends, count)) {
      Bucket.putFar(pool, large.end());
      Bucket.putLarge(large, bucket, tags, ends, count);
    }
  }

  /** Puts the large buckets behind the others, and says where. */
  private void far(Directory directory) {
    if (large.end() > 0) {
      int behind = pool.end();
      pool.octets(large.array(), 0, large.end());
      ByteBuffer all = pool.view();
      for (int i = 0; i < directory.buckets(); i++) {
        Bucket.move(all, directory.range(i), behind);
      }
    }
  }

  private void room(int count) {
    if (count > tags.length) {
      tags = new byte[count];
      ends = new int[count];
      further = new int[count];
    }
  }

  private boolean isAgain(int record, int from) {
    for (int i = from; i < record; i++) {
      if (isSame(i, record)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(int one, int other) {
    return hashes[one] == hashes[other]
        && Arrays.equals(
            log.array(), key(one), keyEnd(one), log.array(), key(other), keyEnd(other));
  }

  private int key(int record) {
    return Entry.key(written, places[record]);
  }

  private int keyEnd(int record) {
    return key(record) + Entry.keyLength(written, places[record]);
  }

  /** Writes the entry of a record and of those with its key after it. */
  private void emit(int record, int to) {
    int again = 0;
    for (int i = record + 1; i < to; i++) {
      if (isSame(i, record)) {
        further[again++] = i;
      }
    }
    if (again == 0) {
      bucket.octets(log.array(), places[record], Entry.after(written, places[record]));
      rules += Entry.count(written, places[record]);
    } else {
      merged(record, again);
    }
  }

  private void merged(int record, int again) {
    Set<RuleCode> codes = new LinkedHashSet<>();
    codes(record, codes);
    for (int i = 0; i < again; i++) {
      codes(further[i], codes);
    }
    int head = codes.stream().mapToInt(RuleCode::head).reduce(0, (a, b) -> a | b);
    bucket.octet(Entry.head(head, codes.size())).number(keyEnd(record) - key(record));
    bucket.octets(log.array(), key(record), keyEnd(record));
    Entry.putMany(bucket, codes.size());
    codes.forEach(code -> code.put(bucket));
    rules += codes.size();
  }

  private void codes(int record, Set<RuleCode> to) {
    int rule = Entry.rules(written, places[record]);
    for (int left = Entry.count(written, places[record]); left > 0; left--) {
      to.add(RuleCode.read(written, rule));
      rule = RuleCode.after(written, rule);
    }
  }
}
