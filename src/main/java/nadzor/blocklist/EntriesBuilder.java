package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

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
    int source = sources.number(reason);
    int bits = RuleCode.of(measure, reach, 0, 0, reason).bits();
    int head = new RuleCode(bits, 0, 0, 0).head();
    begin(Entry.head(head, 1), to - from);
    log.octets(key, from, to);
    RuleCode.put(log, bits, source, Sources.line(reason), ports);
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
  }

  Entries build() {
    return new EntriesLayout(kind, log, records).lay(sources.build());
  }
}
