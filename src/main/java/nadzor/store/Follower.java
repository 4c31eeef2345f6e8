package nadzor.store;

import com.google.common.hash.HashCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.registry.RegistryException;

/** Checks line by line that a record is canonical and follows. Used by one thread. */
record Follower(Journal journal, EntryJson json) {
  /**
   * The record's row.
   *
   * @param line as the export has it
   * @throws BadLine if it does not follow
   */
  Row follow(Chain chain, byte[] line, long lineNumber) {
    HashCode hash =
        ExportFormat.readHash(line)
            .orElseThrow(
                () -> bad(lineNumber, 1, shown(line), "{\"record\":{...},\"hash\":\"...\"}"));
    int from = ExportFormat.BEFORE.length();
    if (!new String(line, 0, from, StandardCharsets.ISO_8859_1).equals(ExportFormat.BEFORE)) {
      throw bad(lineNumber, 1, shown(line), ExportFormat.BEFORE);
    }
    byte[] record = Arrays.copyOfRange(line, from, line.length - ExportFormat.AFTER);
    admit(read(record, lineNumber), chain.head().number() + 1, lineNumber);
    Row row = chain.add(record);
    if (!row.hash().equals(hash)) {
      long column = column(record, record.length) + ExportFormat.BETWEEN.length();
      throw bad(lineNumber, column, "hash " + hash, "hash " + row.hash());
    }
    return row;
  }

  private Recorded<?> read(byte[] record, long lineNumber) {
    try {
      Recorded<?> recorded = json.read(record);
      int same = Arrays.mismatch(json.write(recorded), record);
      if (same >= 0) {
        throw bad(
            lineNumber, column(record, same), "another spelling", "the canonical one of a record");
      }
      return recorded;
    } catch (BadRecord e) {
      String where = e.pointer().isEmpty() ? "" : " at " + e.pointer();
      throw bad(lineNumber, column(record, e.offset()), e.found() + where, e.expected());
    }
  }

  private void admit(Recorded<?> recorded, long expected, long lineNumber) {
    int column = ExportFormat.BEFORE.length() + 1;
    if (recorded.number() != expected) {
      throw bad(lineNumber, column, "record " + recorded.number(), "record " + expected);
    }
    try {
      journal.append(recorded.at(), recorded.by(), recorded.entry());
    } catch (RegistryException e) {
      throw bad(lineNumber, column, e.where() + " with " + e.found(), e.expected());
    }
  }

  /** The column in the line, in characters from 1, of a byte of the record. */
  private static long column(byte[] record, long offset) {
    int length = (int) Math.max(0, Math.min(record.length, offset));
    String before = new String(record, 0, length, StandardCharsets.UTF_8);
    return ExportFormat.BEFORE.length() + before.codePointCount(0, before.length()) + 1L;
  }

  private static String shown(byte[] line) {
    return Source.shown(new String(line, StandardCharsets.UTF_8));
  }

  private static BadLine bad(long line, long column, String found, String expected) {
    return new BadLine(line, column, found, expected);
  }
}
