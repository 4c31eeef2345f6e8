package nadzor.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import nadzor.registry.Recorded;

/**
 * A process that keeps a journal, and tells on its standard output what it did: {@code open n},
 * {@code ack n} after record n was acknowledged, {@code failed FAULT with n records}; {@code reads
 * n} where it may only read.
 */
public final class Writer {
  private Writer() {}

  /**
   * {@code PLACE FROM COUNT}: appends violations from that number on, from the next one where that
   * is 0; then, for each line that comes in, one more; ends with the input. {@code PLACE FROM COUNT
   * WARM}: first keeps a journal at WARM, so that all is loaded, and waits for a line.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length > 3) {
      Kept.filled(arguments[3], 1);
      line();
    }
    try (KeptJournal journal = Kept.open(arguments[0])) {
      out.println("open " + journal.entries().size());
      long from = Long.parseLong(arguments[1]);
      long next = from > 0 ? from : journal.entries().size() + 1L;
      long end = next + Long.parseLong(arguments[2]);
      while (next < end || line()) {
        add(journal, next, out);
        next++;
      }
    } catch (StoreException e) {
      out.println("failed " + e.fault() + " " + e.getMessage());
      if (e.fault() == Fault.READ_ONLY) {
        read(arguments[0], out);
      }
    }
  }

  private static void read(String place, PrintStream out) {
    try (JournalSource source = JournalSource.open(place)) {
      out.println("reads " + source.verify(row -> {}).number());
    }
  }

  private static boolean line() throws IOException {
    int octet = System.in.read();
    while (octet >= 0 && octet != '\n') {
      octet = System.in.read();
    }
    return octet >= 0;
  }

  private static void add(KeptJournal journal, long number, PrintStream out) {
    try {
      Recorded<?> recorded = Kept.add(journal, number);
      out.println("ack " + recorded.number());
    } catch (StoreException e) {
      int read = journal.entries().size();
      out.println("failed " + e.fault() + " with " + read + " records: " + e.getMessage());
    }
  }
}
