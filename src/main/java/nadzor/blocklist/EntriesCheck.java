package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * Whether entries that were read are what they claim to be: each within bounds, its key and rules
 * such as can be made, found under its key, and the table without anything else. Afterwards no
 * question can lead beyond the buffers. Used once.
 */
final class EntriesCheck {
  private static final int HEAD_BITS = 0x3f;
  private static final int LAST_PORT = 0xffff;

  private final Entries entries;
  private final ByteBuffer pool;
  private final Keys keys;
  private final boolean[] lined;
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
    for (int source = 0; source < lined.length; source++) {
      lined[source] = sources.isLined(source);
    }
  }

  void run() {
    int octets = entries.slots().groups().limit();
    ask(octets > 0 && octets % SlotTable.WIDTH == 0, "a table of " + octets + " octets");
    int taken = entries.slots().taken();
    ask(taken < entries.slots().capacity(), "a table without a free slot");
    Courtesy others = Courtesy.ofShortSteps();
    for (int offset = 0; offset < pool.limit(); ) {
      offset = entry(offset);
      size++;
      others.step();
    }
    ask(size == entries.size() && size == taken, "entries, slots and their number disagree");
    ask(rules == entries.rules(), "the number of rules is wrong");
  }

  private static void ask(boolean fine, String otherwise) {
    if (!fine) {
      throw new BadVersionImage(otherwise);
    }
  }

  /** Checks one entry; returns where it ends. */
  private int entry(int offset) {
    ask((pool.get(offset) & ~HEAD_BITS) == 0, "an entry begins with unknown bits");
    int length = Entry.keyLength(pool, offset);
    int from = Entry.key(pool, offset);
    ask(length > 0 && length <= pool.limit() - from, "a key beyond the end");
    byte[] key = entries.key(offset);
    int count = Entry.count(pool, offset);
    ask(count >= 0 && (count > 0 || keys.isSound(key)), "an empty entry with a wrong key");
    int end = rules(key, offset, count);
    ask(end <= pool.limit(), "an entry beyond the end");
    int found = entries.locate(keys.hash(key, 0, length), key, 0, length);
    ask(found == offset, "an entry that is not found under its key");
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
