package nadzor.office;

import com.google.common.util.concurrent.Uninterruptibles;
import nadzor.registry.Lookup;
import nadzor.registry.Registry;
import nadzor.registry.Tally;

/**
 * Makes, beside everything else, what the first question would otherwise wait for: counts,
 * revisions, and the index of words. A question that comes earlier is answered truly, and waits.
 * Then what was not read at the start is checked. {@link #close} is idempotent.
 */
final class Preparation implements AutoCloseable {
  private final Thread worker;
  private volatile boolean closed;

  Preparation(View view, Archive archive, StartImage image) {
    worker = new Thread(() -> prepare(view, archive, image), "nadzor-look-ups");
    worker.setDaemon(true);
    worker.start();
  }

  private void prepare(View view, Archive archive, StartImage image) {
    Registry registry = view.registry();
    Tally unused = Tally.of(registry, view.at());
    archive.prepare();
    Lookup.prepare(registry, () -> !closed);
    image.prepare(() -> !closed);
  }

  /** Waits until it is done, or was closed. */
  void await() throws InterruptedException {
    worker.join();
  }

  /** Ends it, and waits until it has ended. */
  void end() {
    close();
    Uninterruptibles.joinUninterruptibly(worker);
  }

  @Override
  public void close() {
    closed = true;
  }
}
