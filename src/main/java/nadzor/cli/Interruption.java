package nadzor.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: tells who is to stop, then waits until the command has closed everything and
 * flushed every file; the process ends within two seconds. {@link #close} says that it has.
 */
final class Interruption implements AutoCloseable {
  private static final long GRACE_MILLIS = 1_500;

  private final CountDownLatch signalled = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};
  private volatile Runnable last = () -> {};
  private final Thread hook = new Thread(this::signal, "nadzor-stop");

  static Interruption begin() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What is to be told when the signal comes; at once if it has come already. */
  void onSignal(Runnable action) {
    stop = action;
    if (isSignalled()) {
      action.run();
    }
  }

  /** What is done at last, even where not everything closed in time: it must be quick. */
  void atLast(Runnable action) {
    last = action;
  }

  boolean isSignalled() {
    return signalled.getCount() == 0;
  }

  /** Waits for the signal. */
  void await() {
    try {
      signalled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void signal() {
    signalled.countDown();
    stop.run();
    try {
      if (!done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        last.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down already: the hook runs, and has just been told.
      signalled.countDown();
    }
  }
}
