package nadzor.bench;

import java.util.concurrent.CountDownLatch;

/** A server that runs until a signal ends it. */
final class Running {
  private Running() {}

  /** Says {@code up} and the process id, then waits for ever; a signal closes all, in order. */
  static void untilSignal(AutoCloseable... all) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(all), "closing"));
    System.out.println("up " + ProcessHandle.current().pid());
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable... all) {
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println("did not close: " + e);
      }
    }
  }
}
