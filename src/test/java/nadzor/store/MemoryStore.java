package nadzor.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store in memory that fails on demand. */
final class MemoryStore implements JournalStore {
  final List<Row> rows = new ArrayList<>();
  Head noted = Head.GENESIS;
  Optional<Fault> failing = Optional.empty();

  /** Keeps what it is given, and says that it failed: a commit whose answer was lost. */
  boolean losesAnswers;

  /** The next record finds the server gone, which is back at once. */
  boolean failsOnce;

  /** Runs while the store is opened again. */
  Runnable whileReopening = () -> {};

  /** Runs while a record is being synced. */
  Runnable whileSyncing = () -> {};

  boolean closed;
  int reopened;

  @Override
  public void append(Head after, Iterator<Row> appended) {
    fail();
    if (failsOnce) {
      failsOnce = false;
      throw new StoreException(Fault.UNREACHABLE, place(), "once");
    }
    if (!noted.equals(after)) {
      throw new StoreException(Fault.CHANGED, place(), "it ends with " + noted);
    }
    whileSyncing.run();
    appended.forEachRemaining(rows::add);
    noted = rows.get(rows.size() - 1).head();
    if (losesAnswers) {
      throw new StoreException(Fault.UNREACHABLE, place(), "the answer was lost");
    }
  }

  private void fail() {
    failing.ifPresent(
        fault -> {
          throw new StoreException(fault, place(), "on demand");
        });
  }

  @Override
  public void reopen() {
    fail();
    whileReopening.run();
    reopened++;
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public Head read(long after, Consumer<Row> to) {
    fail();
    rows.stream().filter(row -> row.number() > after).forEach(to);
    return noted;
  }

  @Override
  public void close() {
    closed = true;
  }
}
