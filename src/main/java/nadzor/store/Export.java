package nadzor.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes journals as JSON Lines, record by record. */
public final class Export {
  private static final int BUFFER = 1 << 16;

  private Export() {}

  /**
   * What was written.
   *
   * @param head where the export ends
   * @param bad why it ends before the journal does; empty if it does not
   */
  public record Exported(Head head, Optional<String> bad) {}

  /**
   * Writes the whole journal, or what of it is good: it stops before the first record that cannot
   * be read or whose hash is wrong, says so, and what was written can be imported.
   *
   * @param progress is handed each row that was written
   * @throws StoreException if the store cannot be read for another reason than its content
   * @throws UncheckedIOException if the lines cannot be written
   */
  public static Exported run(JournalSource source, OutputStream lines, Consumer<Row> progress) {
    ChainCheck check = new ChainCheck(Head.GENESIS);
    try (OutputStream out = new BufferedOutputStream(lines, BUFFER)) {
      line(out, ExportFormat.start(check.head()));
      Optional<String> bad =
          read(
              source,
              check,
              row -> {
                record(out, row);
                progress.accept(row);
              });
      line(out, ExportFormat.end(check.head()));
      return new Exported(check.head(), bad);
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
  }

  private static Optional<String> read(JournalSource source, ChainCheck check, Consumer<Row> good) {
    try {
      Head noted =
          source.read(
              0,
              row -> {
                check.follow(row);
                good.accept(row);
              });
      check.end(noted);
      return Optional.empty();
    } catch (BrokenChain e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      if (e.fault() == Fault.CORRUPT) {
        return Optional.of("record " + (check.head().number() + 1) + ": " + e.what());
      }
      throw e;
    }
  }

  private static void record(OutputStream out, Row row) {
    try {
      out.write(ExportFormat.before());
      out.write(row.line());
      line(out, ExportFormat.after(row));
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
  }

  private static void line(OutputStream out, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
