package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Takes rules of one kind one by one and lays them out as {@link Entries}, without holding them as
 * objects: what is added is written down at once in the layout of an entry, and only keys that came
 * several times are put together at the end. Used once, by one thread.
 */
final class EntriesBuilder {
  private final Kind kind;
  private final Keys keys;
  private final OctetLog log = new OctetLog();
  private final SourcesBuilder sources = new SourcesBuilder();
  private int records;
  private int rules;

  EntriesBuilder(Kind kind) {
    this.kind = kind;
    keys = kind.keys();
  }

  void add(Rule rule) {
    byte[] key = keys.of(rule.matcher());
    int reach = keys.reach(rule.matcher());
    add(key, 0, key.length, reach, keys.ports(rule.matcher()), rule.measure(), rule.reason());
  }

  /** Adds one rule under a key that has been checked. */
  void add(byte[] key, int from, int to, int reach, int ports, Measure measure, Reason reason) {
    addHost(key, from, to);
    boolean lined = !(reason instanceof Reason.OfDecision);
    int source = sources.number(reason);
    int bits = RuleCode.of(measure, reach, 0, 0, 0, lined).bits();
    int head = new RuleCode(bits, 0, 0, 0).head();
    begin(Entry.head(head, 1), to - from);
    log.octets(key, from, to);
    RuleCode.put(log, bits, source, Sources.line(reason), ports);
    rules++;
  }

  /** An entry without rules: it hides what stands beneath. */
  void addEmpty(byte[] key) {
    begin(Entry.head(0, 0), key.length);
    log.octets(key, 0, key.length);
  }

  /** A request to a host that has no URL here is to cost one look-up: each host has an entry. */
  private void addHost(byte[] key, int from, int to) {
    int host = kind == Kind.URL ? UrlKeys.hostLength(key, from, to) : 0;
    if (host > 0) {
      begin(Entry.head(0, 0), host);
      log.octets(key, from, from + host);
    }
  }

  private void begin(int head, int keyLength) {
    records++;
    log.octet(head).number(keyLength);
  }

  /** Adds entries of another, those left out for which the filter says no. */
  void addAll(Entries other, EntryFilter wanted) {
    Map<Integer, Integer> numbers = new HashMap<>();
    other.forEach(
        offset -> {
          if (wanted.wants(offset)) {
            copy(other, offset, numbers);
          }
        });
  }

  /** Chooses entries by their offsets. */
  interface EntryFilter {
    boolean wants(int offset);
  }

  private void copy(Entries other, int offset, Map<Integer, Integer> numbers) {
    ByteBuffer pool = other.pool();
    int count = Entry.count(pool, offset);
    int from = Entry.key(pool, offset);
    int length = Entry.keyLength(pool, offset);
    if (kind == Kind.URL && count > 0) {
      addHost(other.key(offset), 0, length);
    }
    begin(pool.get(offset), length);
    log.octets(pool, from, from + length);
    Entry.putMany(log, count);
    other.forEachCode(
        offset,
        code ->
            code.from(
                    numbers.computeIfAbsent(
                        code.source(), s -> sources.number(other.sources().reason(s, 0))))
                .put(log));
    rules += count;
  }

  Entries build() {
    ByteBuffer written = log.view();
    SlotTable slots = SlotTable.of(records);
    long[] again = index(written, slots);
    return again.length == 0
        ? new Entries(kind, log.whole(), slots, sources.build(), records, rules)
        : merged(written, again);
  }

  /** Fills the table; returns first and further offset of the keys that come again, sorted. */
  private long[] index(ByteBuffer written, SlotTable slots) {
    Entries seen = new Entries(kind, written, slots, new SourcesBuilder().build(), records, rules);
    long[] again = new long[8];
    int count = 0;
    Courtesy others = Courtesy.ofShortSteps();
    for (int at = 0; at < written.limit(); at = Entry.after(written, at)) {
      others.step();
      int from = Entry.key(written, at);
      int to = from + Entry.keyLength(written, at);
      long mixed = keys.hash(log.array(), from, to);
      int first = seen.locate(mixed, log.array(), from, to);
      if (first == Entries.ABSENT) {
        slots.claim(mixed, at);
      } else {
        again = count == again.length ? Arrays.copyOf(again, count * 2) : again;
        again[count++] = (long) first << Integer.SIZE | at;
      }
    }
    long[] sorted = Arrays.copyOf(again, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private Entries merged(ByteBuffer written, long[] again) {
    int[] further = Arrays.stream(again).mapToInt(pair -> (int) pair).sorted().toArray();
    OctetLog pool = new OctetLog();
    SlotTable slots = SlotTable.of(records - again.length);
    int total = 0;
    int next = 0;
    int skipped = 0;
    Courtesy others = Courtesy.ofShortSteps();
    for (int at = 0; at < written.limit(); at = Entry.after(written, at)) {
      others.step();
      if (skipped < further.length && further[skipped] == at) {
        skipped++;
        continue;
      }
      int from = Entry.key(written, at);
      int to = from + Entry.keyLength(written, at);
      slots.claim(keys.hash(log.array(), from, to), pool.end());
      int last = next;
      while (last < again.length && again[last] >>> Integer.SIZE == at) {
        last++;
      }
      total += emit(written, at, again, next, last, pool);
      next = last;
    }
    int size = records - again.length;
    return new Entries(kind, pool.whole(), slots, sources.build(), size, total);
  }

  /** Writes one entry with the rules of all records of its key; returns how many these are. */
  private int emit(ByteBuffer written, int at, long[] again, int from, int to, OctetLog pool) {
    int end = Entry.after(written, at);
    if (from == to) {
      pool.octets(written, at, end);
      return Entry.count(written, at);
    }
    Set<RuleCode> codes = new LinkedHashSet<>();
    codes(written, at, codes);
    for (int i = from; i < to; i++) {
      codes(written, (int) again[i], codes);
    }
    int head = codes.stream().mapToInt(RuleCode::head).reduce(0, (a, b) -> a | b);
    int key = Entry.key(written, at);
    int length = Entry.keyLength(written, at);
    pool.octet(Entry.head(head, codes.size())).number(length);
    pool.octets(written, key, key + length);
    Entry.putMany(pool, codes.size());
    codes.forEach(code -> code.put(pool));
    return codes.size();
  }

  private static void codes(ByteBuffer written, int at, Set<RuleCode> to) {
    int rule = Entry.rules(written, at);
    for (int left = Entry.count(written, at); left > 0; left--) {
      to.add(RuleCode.read(written, rule));
      rule = RuleCode.after(written, rule);
    }
  }
}
