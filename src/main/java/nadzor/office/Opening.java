package nadzor.office;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Opens the journal while something else is done: a long one takes as long as the laboratory takes
 * to start. Thread-safe.
 */
final class Opening {
  private final FutureTask<Records> task;

  /** Begins at once, on a thread of its own. */
  Opening(Supplier<Records> opens) {
    task = new FutureTask<>(opens::get);
    Thread worker = new Thread(task, "nadzor-journal");
    worker.setDaemon(true);
    worker.start();
  }

  /**
   * Waits for the journal.
   *
   * @throws Refusal or whatever else opening it threw
   */
  Records records() {
    try {
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(task), "a journal");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }
}
