package nadzor.blocklist;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Lays masks and their rules out as a {@link MaskIndex}. Used once, by one thread. */
final class MaskIndexBuilder {
  private static final int FILTER_BITS = 16;

  private final Map<TextMatcher, List<Rule>> entries;
  private final Anchors anchors;
  private final Numbering numbering = new Numbering();
  private final byte[] pool;
  private final long[] table;
  private final long[][] filters;
  private int offset;

  MaskIndexBuilder(Map<TextMatcher, List<Rule>> entries) {
    this.entries = entries;
    anchors = new Anchors(entries.keySet());
    long octets =
        entries.keySet().stream().mapToLong(m -> MaskIndex.HEADER + m.text().length()).sum();
    pool = new byte[Math.toIntExact(octets)];
    table = new long[OctetIndexBuilder.tableLength(entries.size())];
    filters = filters(entries.keySet());
  }

  private static long[][] filters(Collection<TextMatcher> masks) {
    int[] counts = new int[Window.WIDEST + 1];
    masks.forEach(mask -> counts[Math.min(mask.text().length(), Window.WIDEST)]++);
    long[][] filters = new long[counts.length][];
    Arrays.setAll(filters, width -> new long[filterLength(counts[width])]);
    return filters;
  }

  private static int filterLength(int masks) {
    int words = Math.max(1, masks / (Long.SIZE / FILTER_BITS));
    return masks == 0 ? 0 : Integer.highestOneBit(words * 2 - 1);
  }

  MaskIndex build() {
    entries.forEach(this::add);
    return new MaskIndex(filters, table, pool, numbering.matches(), entries.size());
  }

  private void add(TextMatcher mask, List<Rule> rules) {
    byte[] text = mask.octets();
    int windowAt = anchors.choose(text);
    OctetIndex.putInt(pool, offset, numbering.number(rules));
    pool[offset + 4] = mask.place().code();
    pool[offset + 5] = (byte) windowAt;
    pool[offset + 6] = (byte) text.length;
    System.arraycopy(text, 0, pool, offset + MaskIndex.HEADER, text.length);
    anchor(Window.hash(text, windowAt, Anchors.width(text)), Anchors.width(text));
    offset += MaskIndex.HEADER + text.length;
  }

  private void anchor(long mixed, int width) {
    OctetIndexBuilder.claim(table, mixed, offset);
    long[] filter = filters[width];
    filter[MaskIndex.filterWord(mixed, filter.length)] |= MaskIndex.filterBits(mixed);
  }
}
