package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What an XML parser reads, bounded between two of its events; and what of it the parser need not
 * read. Where that is asked for it is given portions that end with a tag or a record, so that it
 * stands between two records now and then, with nothing read ahead. Not thread-safe.
 */
final class XmlFeed extends BlockInput {
  private static final int AHEAD = 1 << 17;
  private static final int BLOCK = 1 << 20;
  private static final int AT_ONCE = 1 << 16;
  private static final String ALL = "";

  private final InputStream source;
  private final Intake in;
  private byte[] block = {};
  private String portion = ALL;
  private int start;
  private int end;
  private Optional<IOException> failure = Optional.empty();
  private int given;
  private int since;

  XmlFeed(InputStream source, Intake in) {
    this.source = source;
    this.in = in;
  }

  /** An event came. */
  void event() {
    since = 0;
  }

  /** From now on portions end behind this word of ASCII. */
  void endPortionsWith(String word) {
    portion = word;
  }

  /** From now on the parser is given all that there is. */
  void giveAll() {
    portion = ALL;
  }

  /**
   * Whether portions are given, and the parser has taken in all that it was given.
   *
   * @param taken how many octets it took in; of a number of more than 31 bits, the lowest 32
   */
  boolean isTaken(int taken) {
    return !portion.isEmpty() && taken == given;
  }

  /** How many octets the parser was given; of a number of more than 31 bits, the lowest 32. */
  int given() {
    return given;
  }

  /** Puts the cursor on what is at hand, and was not given yet. */
  void show(OctetCursor cursor) {
    cursor.on(block, start, end);
  }

  /**
   * The parser need not read what is at hand up to there, an index as the cursor has them; unless
   * that is more than a token may have.
   */
  boolean skipTo(int next) {
    boolean fits = next - start <= in.limits().line();
    start = fits ? next : start;
    return fits;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count =
        portion.isEmpty() && start == end && failure.isEmpty()
            ? source.read(into, offset, Math.min(length, AT_ONCE))
            : portion(into, offset, length);
    given += Math.max(0, count);
    since += Math.max(0, count);
    if (since > in.limits().line() + (long) AHEAD) {
      throw in.broken(
          Fault.LIMIT,
          1,
          "an element, text or comment of more than " + in.limits().line() + " octets",
          "shorter ones");
    }
    return count;
  }

  private int portion(byte[] into, int offset, int length) throws IOException {
    if (start == end) {
      fill();
    }
    int count = Math.min(length, portionEnd() - start);
    System.arraycopy(block, start, into, offset, count);
    start += count;
    return count > 0 ? count : -1;
  }

  /** Reads as much as there is room for; a failure is told once all before it was given. */
  private void fill() throws IOException {
    start = 0;
    end = 0;
    block = block.length == 0 ? new byte[BLOCK] : block;
    try {
      int count = 1;
      while (count > 0 && end < BLOCK && failure.isEmpty()) {
        count = source.read(block, end, Math.min(AT_ONCE, BLOCK - end));
        end += Math.max(0, count);
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    if (end == 0 && failure.isPresent()) {
      throw failure.get() instanceof BadList bad ? in.here(bad) : failure.get();
    }
  }

  private int portionEnd() {
    int length = portion.length();
    for (int i = start; length > 0 && i <= end - length; i++) {
      if (OctetCursor.isAt(block, i, portion)) {
        return i + length;
      }
    }
    return end;
  }
}
