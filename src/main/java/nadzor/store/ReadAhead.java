package nadzor.store;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads rows in a thread of its own while the caller works on those before them, a bounded number
 * ahead: where there is a second processor, reading and following the chain take no time of the
 * caller's. Used once.
 */
final class ReadAhead {
  private static final int ROWS = 250;
  private static final int BATCHES = 8;

  private final JournalSource source;

  ReadAhead(JournalSource source) {
    this.source = source;
  }

  /**
   * Hands over the rows after that number, in order, as {@link JournalSource#read} does.
   *
   * @param ahead is handed each row first, by the thread that reads; where it throws, the rows
   *     before that one are handed on, and then that is thrown
   * @param then is handed each row by the caller's thread
   * @return the head that the store has noted
   */
  Head read(long after, Consumer<Row> ahead, Consumer<Row> then) {
    return readAs(
        after,
        row -> {
          ahead.accept(row);
          return row;
        },
        then);
  }

  /** The same where the thread that reads makes of each row what is handed on. */
  <T> Head readAs(long after, Function<Row, T> ahead, Consumer<T> then) {
    Batches<T> batches = new Batches<>();
    FutureTask<Head> reading = new FutureTask<>(() -> readAll(after, ahead, batches));
    Thread reader = new Thread(reading, "nadzor-store-reader");
    reader.setDaemon(true);
    reader.start();
    try {
      for (List<T> some = batches.next(); !some.isEmpty(); some = batches.next()) {
        some.forEach(then);
      }
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(reading), "a head");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    } finally {
      reading.cancel(true); // where the caller has given up: the next batch is not taken any more
      Uninterruptibles.joinUninterruptibly(reader);
    }
  }

  private <T> Head readAll(long after, Function<Row, T> ahead, Batches<T> batches)
      throws InterruptedException {
    try {
      return source.read(after, row -> batches.add(ahead.apply(row)));
    } finally {
      batches.end();
    }
  }

  /** What goes from one thread to the other. */
  private static final class Batches<T> {
    private final BlockingQueue<List<T>> filled = new ArrayBlockingQueue<>(BATCHES);
    private List<T> batch = new ArrayList<>(ROWS);

    List<T> next() {
      return Uninterruptibles.takeUninterruptibly(filled);
    }

    void add(T made) {
      batch.add(made);
      if (batch.size() == ROWS) {
        try {
          filled.put(batch);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("nobody wants the rows any more", e);
        }
        batch = new ArrayList<>(ROWS);
      }
    }

    void end() throws InterruptedException {
      if (!batch.isEmpty()) {
        filled.put(batch);
      }
      filled.put(List.of());
    }
  }
}
