package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a version of format 1 and lays its rules out anew. Header, parts and sources are as {@link
 * VersionImage} has them; but the entries of a pool stand one behind the other, a table stands
 * where the directory is, and the code of a rule has its source behind four bits, as there was none
 * for exceptions. Nothing is believed of it, and its rules must add up to the hashes that it has.
 * Used once.
 */
final class FormerImage {
  static final int FORMAT = 1;

  private static final int SOURCE_SHIFT = 4;

  private final ByteBuffer image;
  private final BlocklistBuilder builder = new BlocklistBuilder();
  private final Courtesy others = Courtesy.ofLongSteps();

  /** Of an image whose header is checked and read. */
  FormerImage(ByteBuffer image) {
    this.image = image;
  }

  /** The entries of a base or an overlay. */
  private record Part(
      Kind kind, ByteBuffer pool, Sources sources, int size, int rules, ContentHash hash) {}

  Blocklist read(long number) {
    List<ContentHash> hashes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Part base = part(kind);
      Part overlay = part(kind);
      hashes.add(base.hash().plus(hash()));
      take(overlay, Set.of());
      take(base, keys(overlay));
    }
    ask(!image.hasRemaining(), "octets after the end");
    Blocklist list = builder.build(number);
    for (int i = 0; i < hashes.size(); i++) {
      ask(list.shelves().get(i).hash().equals(hashes.get(i)), "rules of another hash");
    }
    return list;
  }

  private static void ask(boolean fine, String otherwise) {
    if (!fine) {
      throw new BadVersionImage(otherwise);
    }
  }

  private Part part(Kind kind) {
    int size = image.getInt();
    int rules = image.getInt();
    int[] lengths = {image.getInt(), image.getInt(), image.getInt(), image.getInt()};
    ContentHash hash = hash();
    ByteBuffer pool = section(lengths[0]);
    ByteBuffer unused = section(lengths[1]);
    Sources sources = new Sources(section(lengths[2]), section(lengths[3]), List.of());
    sources.check();
    return new Part(kind, pool, sources, size, rules, hash);
  }

  private ByteBuffer section(int length) {
    ask(length >= 0 && length <= image.remaining(), "a part of " + length + " octets");
    ByteBuffer section = image.slice(image.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    image.position(image.position() + length);
    return section;
  }

  private ContentHash hash() {
    return new ContentHash(image.getLong(), image.getLong(), image.getLong(), image.getLong());
  }

  private static Set<String> keys(Part overlay) {
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < overlay.pool().limit(); at = Entry.after(overlay.pool(), at)) {
      keys.add(text(key(overlay.pool(), at)));
    }
    return keys;
  }

  private static String text(byte[] key) {
    return new String(key, StandardCharsets.ISO_8859_1);
  }

  private static byte[] key(ByteBuffer pool, int at) {
    int length = Entry.keyLength(pool, at);
    int from = Entry.key(pool, at);
    ask(length > 0 && length <= pool.limit() - from, "a key beyond the end");
    byte[] key = new byte[length];
    pool.get(from, key);
    return key;
  }

  /** Adds the rules of the entries that are not hidden. */
  private void take(Part part, Set<String> hidden) {
    ByteBuffer pool = part.pool();
    int entries = 0;
    int rules = 0;
    for (int at = 0; at < pool.limit(); at = Entry.after(pool, at)) {
      byte[] key = key(pool, at);
      if (!hidden.contains(text(key))) {
        rules(part, key, at);
      }
      entries++;
      rules += Entry.count(pool, at);
      others.step();
    }
    ask(entries == part.size() && rules == part.rules(), "another number of entries or rules");
  }

  private void rules(Part part, byte[] key, int entry) {
    int at = Entry.rules(part.pool(), entry);
    for (int left = Entry.count(part.pool(), entry); left > 0; left--) {
      builder.add(rule(part, key, at));
      at = RuleCode.after(part.pool(), at);
    }
  }

  /** The low bits of a code are what they are today. */
  private static Rule rule(Part part, byte[] key, int at) {
    int code = Varint.get(part.pool(), at);
    int source = code >>> SOURCE_SHIFT;
    boolean lined = RuleCode.isLined(code);
    ask(source < part.sources().count(), "a source that is not there");
    ask(lined == part.sources().isLined(source), "a line where there is none");
    int reach = RuleCode.reach(code);
    Keys keys = part.kind().keys();
    ask(keys.isSound(key, reach), "a key of the wrong kind");
    int ports = reach == RuleCode.AT_PORTS ? RuleCode.portsAt(part.pool(), at) : 0;
    int line = lined ? Varint.get(part.pool(), Varint.after(part.pool(), at)) : 0;
    return new Rule(
        keys.matcher(key, reach, ports),
        RuleCode.measure(code),
        part.sources().reason(source, line));
  }
}
