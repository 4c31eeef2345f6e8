package nadzor.store;

import com.google.common.hash.HashCode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of an export, each checked when it is asked for. Used by one thread. */
final class ImportedRows implements Iterator<Row> {
  private final Lines lines;
  private final Follower follower;
  private final Consumer<Row> progress;
  private Chain chain = new Chain(Head.GENESIS);
  private Optional<byte[]> next = Optional.empty();

  ImportedRows(Lines lines, Follower follower, Consumer<Row> progress) {
    this.lines = lines;
    this.follower = follower;
    this.progress = progress;
  }

  /**
   * Reads the first line, and passes over the records that the store has already.
   *
   * @throws BadLine if the export begins after the store's head, or with another journal
   */
  void begin(Head head, JournalSource store) {
    byte[] line = lines.next().orElse(new byte[0]);
    Head after =
        ExportFormat.readStart(line)
            .orElseThrow(
                () ->
                    bad(
                        Source.shown(new String(line, StandardCharsets.UTF_8)),
                        "the first line of an export of format 1"));
    if (after.number() > head.number()) {
      throw bad(
          "an export that begins after record " + after.number(),
          "one that begins after record " + head.number() + " at the latest, with no gap");
    }
    checkSame(after, store);
    chain = new Chain(after);
    advance();
    passOver(head, store);
  }

  private void checkSame(Head noted, JournalSource store) {
    boolean same = noted.number() > 0 || noted.equals(Head.GENESIS);
    if (!same) {
      throw bad("hash " + noted.hash() + " of an empty journal", "hash " + Head.GENESIS.hash());
    }
    try {
      Verification.goesBackTo(store, noted);
    } catch (BrokenChain e) {
      throw bad("the hash " + noted.hash() + " of another journal", "the store's: " + e.found());
    }
  }

  private void passOver(Head head, JournalSource store) {
    if (chain.head().number() == head.number()) {
      return;
    }
    long from = chain.head().number();
    store.read(from, row -> passOver(row));
  }

  private void passOver(Row row) {
    byte[] line = next.orElseThrow(() -> bad("the end", "record " + row.number()));
    Optional<HashCode> hash = ExportFormat.readHash(line);
    if (!hash.equals(Optional.of(row.hash()))) {
      throw bad("another record " + row.number() + " than the store's", "hash " + row.hash());
    }
    chain.goOn(row);
    advance();
  }

  /** Where the rows so far end. */
  Head head() {
    return chain.head();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Row next() {
    byte[] line = next.orElseThrow(NoSuchElementException::new);
    Row row = follower.follow(chain, line, lines.number());
    progress.accept(row);
    advance();
    return row;
  }

  private void advance() {
    byte[] line = lines.next().orElseThrow(this::unfinished);
    Optional<Head> end = ExportFormat.readEnd(line);
    next = end.isPresent() ? Optional.empty() : Optional.of(line);
    end.ifPresent(this::checkEnd);
  }

  private void checkEnd(Head end) {
    if (!end.equals(chain.head())) {
      throw bad("the end after " + end, "the end after " + chain.head());
    }
    if (lines.next().isPresent()) {
      throw bad("a further line", "nothing after the end");
    }
  }

  private BadLine unfinished() {
    return new BadLine(
        lines.number() + 1, 1, "the end of the file", "its last line, {\"end\":...}");
  }

  private BadLine bad(String found, String expected) {
    return new BadLine(Math.max(1, lines.number()), 1, found, expected);
  }
}
