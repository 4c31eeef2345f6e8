package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;

/**
 * One compiled, numbered version of the rules, with a hash of its content: an immutable base and a
 * small overlay whose entries hide those of the base (an empty one is a tombstone), so that a delta
 * costs what it changes. Immutable, thread-safe.
 */
public final class Blocklist {
  /** Version 0, without rules. */
  public static final Blocklist EMPTY =
      new Blocklist(0, NameIndex.EMPTY, NameIndex.EMPTY, ContentHash.EMPTY, 0);

  /** An overlay of more than this and an eighth of its base is merged into a new base. */
  private static final int SMALL_OVERLAY = 1024;

  private final long number;
  private final NameIndex base;
  private final NameIndex overlay;
  private final ContentHash hash;
  private final int size;

  private Blocklist(long number, NameIndex base, NameIndex overlay, ContentHash hash, int size) {
    this.number = number;
    this.base = base;
    this.overlay = overlay;
    this.hash = hash;
    this.size = size;
  }

  /** Compiles rules into a version of their own; a rule that stands twice counts once. */
  public static Blocklist compile(long number, Collection<Rule> rules) {
    NameIndexBuilder builder = new NameIndexBuilder();
    ContentHash hash = ContentHash.EMPTY;
    Set<Rule> distinct = new LinkedHashSet<>(rules);
    for (Rule rule : distinct) {
      builder.add(rule);
      hash = hash.plus(rule);
    }
    return new Blocklist(number, builder.build(), NameIndex.EMPTY, hash, distinct.size());
  }

  /** This version's rules, less some, plus others, under another number. */
  public Blocklist next(long newNumber, Collection<Rule> added, Collection<Rule> removed) {
    return new Delta(this, added, removed).apply(newNumber);
  }

  /**
   * Every rule that holds this name: those of the name and those that reach it from above. Does not
   * allocate unless several levels hold the name.
   */
  public Match find(NameView name) {
    byte[] octets = name.buffer();
    int length = name.length();
    Match found = Match.NONE;
    long hash = NameHash.START;
    for (int i = length - 1; i >= 0; i--) {
      hash = NameHash.step(hash, octets[i]);
      if (i == 0 || octets[i - 1] == '.') {
        Match here = level(NameHash.mix(hash), octets, i, length);
        found = found == Match.NONE ? here : here.plus(found);
      }
    }
    return found;
  }

  private Match level(long mixed, byte[] octets, int from, int to) {
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != NameIndex.ABSENT) {
        return from == 0 ? overlay.self(offset) : overlay.below(offset);
      }
    }
    int offset = base.locate(mixed, octets, from, to);
    if (offset == NameIndex.ABSENT) {
      return Match.NONE;
    }
    return from == 0 ? base.self(offset) : base.below(offset);
  }

  /**
   * Which measures the rules that hold this name order, a bit for each by {@link Measure#bit}: the
   * same walk as {@link #find}, without the rules themselves. Never allocates.
   */
  public int orders(NameView name) {
    byte[] octets = name.buffer();
    int length = name.length();
    int found = 0;
    long hash = NameHash.START;
    for (int i = length - 1; i >= 0; i--) {
      hash = NameHash.step(hash, octets[i]);
      if (i == 0 || octets[i - 1] == '.') {
        found |= levelOrders(NameHash.mix(hash), octets, i, length);
      }
    }
    return found;
  }

  private int levelOrders(long mixed, byte[] octets, int from, int to) {
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != NameIndex.ABSENT) {
        return from == 0 ? overlay.selfOrders(offset) : overlay.belowOrders(offset);
      }
    }
    int offset = base.locate(mixed, octets, from, to);
    if (offset == NameIndex.ABSENT) {
      return 0;
    }
    return from == 0 ? base.selfOrders(offset) : base.belowOrders(offset);
  }

  /** The rules whose matcher is about exactly this name, whatever their scope. */
  List<Rule> rulesAt(DomainName name) {
    byte[] octets = name.bytes();
    long mixed = NameHash.of(octets);
    int inOverlay = overlay.locate(mixed, octets, 0, octets.length);
    NameIndex index = inOverlay == NameIndex.ABSENT ? base : overlay;
    int offset =
        inOverlay == NameIndex.ABSENT ? base.locate(mixed, octets, 0, octets.length) : inOverlay;
    return offset == NameIndex.ABSENT ? List.of() : rulesAt(index, offset);
  }

  private static List<Rule> rulesAt(NameIndex index, int offset) {
    return index.self(offset).plus(index.below(offset)).rules();
  }

  /** All rules, in no promised order. */
  public List<Rule> rules() {
    List<Rule> all = new ArrayList<>();
    overlay.forEach((offset, pool, at, count) -> all.addAll(rulesAt(overlay, offset)));
    base.forEach(
        (offset, pool, at, count) -> {
          long mixed = NameHash.of(Arrays.copyOfRange(pool, at, at + count));
          if (overlay.locate(mixed, pool, at, at + count) == NameIndex.ABSENT) {
            all.addAll(rulesAt(base, offset));
          }
        });
    return all;
  }

  Blocklist over(long newNumber, NameIndexBuilder changes, ContentHash newHash, int newSize) {
    overlay.forEach(
        (offset, pool, at, count) -> {
          String name = new String(pool, at, count, StandardCharsets.US_ASCII);
          changes.putIfAbsent(DomainName.of(name), rulesAt(overlay, offset));
        });
    Blocklist grown = new Blocklist(newNumber, base, changes.build(), newHash, newSize);
    boolean small = grown.overlay.size() <= SMALL_OVERLAY + base.size() / 8;
    return small ? grown : compile(newNumber, grown.rules());
  }

  ContentHash hash() {
    return hash;
  }

  /** The version's number. */
  public long number() {
    return number;
  }

  /** How many distinct rules there are. */
  public int size() {
    return size;
  }

  /** 64 hexadecimal digits; equal for equal sets of rules, however they were put together. */
  public String contentHash() {
    return hash.toString();
  }

  /** The octets that the compiled index takes, rules and reasons apart. */
  public long indexBytes() {
    return base.residentBytes() + overlay.residentBytes();
  }

  @Override
  public String toString() {
    return "blocklist " + number + " (" + size + " rules)";
  }
}
