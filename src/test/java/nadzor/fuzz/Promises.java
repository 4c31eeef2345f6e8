package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nadzor.wire.Parsed;

/** What every reader of a stream promises, whatever the octets. */
final class Promises {
  private static final int GUARD = 3;

  /** A reader of {@code length} octets from {@code offset}. */
  @FunctionalInterface
  interface Reader {
    Parsed<?> read(byte[] octets, int offset, int length);
  }

  private Promises() {}

  /**
   * It never throws; it reads nothing outside of what it was given; it claims no more than there
   * is; and what comes in pieces reads as what comes at once: before the end of a complete input it
   * needs more, after it the answer stands, and no start of anything else is complete.
   */
  static void hold(Reader reader, byte[] data) {
    Parsed<?> all = reader.read(data, 0, data.length);
    staysInside(reader, data, all);
    int step = Math.max(1, data.length / 48);
    for (int length = 0; length < data.length; length += step) {
      prefix(reader, data, length, all);
    }
    if (all instanceof Parsed.Complete<?> complete) {
      assertTrue(complete.consumed() > 0 && complete.consumed() <= data.length, "consumed");
      prefix(reader, data, complete.consumed() - 1, all);
      prefix(reader, data, complete.consumed(), all);
    }
  }

  /** The same octets among others, twice: nothing around them counts, and nothing is changed. */
  static void staysInside(Reader reader, byte[] data, Parsed<?> expected) {
    for (byte guard : new byte[] {0, (byte) 0xff}) {
      byte[] around = new byte[data.length + 2 * GUARD];
      Arrays.fill(around, guard);
      System.arraycopy(data, 0, around, GUARD, data.length);
      byte[] before = around.clone();
      Parsed<?> read = reader.read(around, GUARD, data.length);
      assertEquals(expected.toString(), read.toString(), "octets around the input count");
      assertTrue(Arrays.equals(before, around), "the reader wrote");
    }
  }

  private static void prefix(Reader reader, byte[] data, int length, Parsed<?> all) {
    Parsed<?> part = reader.read(data, 0, length);
    if (all instanceof Parsed.NotThis) {
      assertFalse(part instanceof Parsed.Complete, () -> "complete after " + length + " octets");
    } else if (all instanceof Parsed.Complete<?> complete && length >= complete.consumed()) {
      assertEquals(all.toString(), part.toString(), "what follows counts");
    } else {
      assertTrue(part instanceof Parsed.NeedMore, () -> "after " + length + " octets: " + part);
    }
  }
}
