package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * Whether entries that were read are what they claim to be: each within bounds, its key and rules
 * such as can be made, found under its key, and the table without anything else. Afterwards no
 * question can lead beyond the buffers. Used once.
 */
final class EntriesCheck {
  private static final int LAST_PORT = 0xffff;

  private final Entries entries;
  private final ByteBuffer pool;
  private final Keys keys;
  private final boolean[] lined;
  private final boolean[] excepts;
  private final Courtesy others = Courtesy.ofShortSteps();
  private int far;
  private int size;
  private int rules;

  EntriesCheck(Entries entries) {
    this.entries = entries;
    pool = entries.pool();
    keys = entries.kind().keys();
    Sources sources = entries.sources();
    ask(sources.offsets().limit() % Integer.BYTES == 0, "the sources do not come out even");
    sources.check();
    lined = new boolean[sources.count()];
    excepts = new boolean[sources.count()];
    for (int source = 0; source < lined.length; source++) {
      lined[source] = sources.isLined(source);
      excepts[source] = sources.isException(source);
    }
  }

  /** Only whether the buckets are where they should be: what is within them is believed. */
  EntriesCheck outline() {
    Directory directory = entries.directory();
    int octets = directory.blocks().limit();
    ask(octets > 0 && octets % Directory.BLOCK == 0, "a directory of " + octets + " octets");
    int at = 0;
    for (int bucket = 0; bucket < directory.buckets(); bucket++) {
      long range = directory.range(bucket);
      ask(Directory.start(range) == at, "a bucket out of order");
      at = Directory.end(range);
      ask(at >= 0 && at <= pool.limit() - Bucket.PADDING, "a bucket beyond the end");
    }
    far = at;
    return this;
  }

  /** All of it. */
  void whole() {
    Directory directory = outline().entries.directory();
    for (int bucket = 0; bucket < directory.buckets(); bucket++) {
      long range = directory.range(bucket);
      if (Directory.start(range) < Directory.end(range)) {
        bucket(bucket, Directory.start(range), Directory.end(range));
      }
    }
    ask(far == pool.limit() - Bucket.PADDING, "octets that belong to no entry");
    ask(size == entries.size(), "the number of entries is wrong");
    ask(rules == entries.rules(), "the number of rules is wrong");
  }

  private void bucket(int bucket, int start, int end) {
    boolean isFar = Bucket.isFar(pool, start);
    ask(!isFar || Bucket.far(pool, start) == far, "a large bucket out of order");
    int from = isFar ? far : start;
    int to = isFar ? pool.limit() - Bucket.PADDING : end;
    int count = Bucket.count(pool, start);
    long header = Bucket.header(isFar, Math.max(count, 0));
    ask(count > 0 && header <= to - from, "a bucket of " + count + " entries");
    int at = from + (int) header;
    for (int which = 0; which < count; which++) {
      ask(at < to && Bucket.offset(pool, start, which) == at, "an entry beside its place");
      at = entry(at, bucket, Bucket.tag(pool, start, which));
      others.step();
    }
    if (isFar) {
      far = at;
    }
    ask(at <= to && (isFar || to - at < Directory.UNIT), "a bucket that ends elsewhere");
    size += count;
  }

  private static void ask(boolean fine, String otherwise) {
    if (!fine) {
      throw new BadVersionImage(otherwise);
    }
  }

  /** Checks one entry; returns where it ends. */
  private int entry(int offset, int bucket, int tag) {
    int length = Entry.keyLength(pool, offset);
    int from = Entry.key(pool, offset);
    ask(length > 0 && length <= pool.limit() - from, "a key beyond the end");
    byte[] key = entries.key(offset);
    int count = Entry.count(pool, offset);
    ask(count >= 0 && (count > 0 || keys.isSound(key)), "an empty entry with a wrong key");
    int end = rules(key, offset, count);
    ask(end <= pool.limit(), "an entry beyond the end");
    long mixed = keys.hash(key, 0, length);
    ask(
        entries.directory().bucket(mixed) == bucket && Bucket.tag(mixed) == tag,
        "an entry in a wrong place");
    ask(entries.locate(mixed, key, 0, length) == offset, "a key that comes twice");
    return end;
  }

  private int rules(byte[] key, int offset, int count) {
    int at = Entry.rules(pool, offset);
    int head = 0;
    int sound = -1;
    for (int i = 0; i < count; i++) {
      RuleCode code = RuleCode.read(pool, at);
      ask(code.source() < lined.length, "a source that is not there");
      ask(lined[code.source()] == RuleCode.isLined(code.bits()), "a line where there is none");
      ask(
          excepts[code.source()] == RuleCode.isException(code.bits()),
          "an exception that is a rule, or a rule that is none");
      ask(code.reach() == sound || keys.isSound(key, code.reach()), "a key of the wrong kind");
      ask(arePorts(at, code), "ports that are no range");
      sound = code.reach();
      head |= code.head();
      at = RuleCode.after(pool, at);
    }
    rules += count;
    ask(head == Entry.orders(pool, offset), "a head that belies its rules");
    return at;
  }

  private boolean arePorts(int at, RuleCode code) {
    if (code.reach() != RuleCode.AT_PORTS) {
      return true;
    }
    int first = Varint.after(pool, at);
    first = RuleCode.isLined(code.bits()) ? Varint.after(pool, first) : first;
    int from = Varint.get(pool, first);
    int to = Varint.get(pool, Varint.after(pool, first));
    return from >= 0 && from <= to && to <= LAST_PORT;
  }
}
