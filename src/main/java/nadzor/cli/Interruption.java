package nadzor.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: tells who is to stop, then waits until the command has closed everything and
 * flushed every file, at most two seconds. {@link #close} says that it has.
 */
final class Interruption implements AutoCloseable {
  private static final long GRACE_SECONDS = 2;

  private final CountDownLatch signalled = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};
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
      boolean closed = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
      if (!closed) {
        System.err.println("nadzor: not everything closed within " + GRACE_SECONDS + " s");
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
