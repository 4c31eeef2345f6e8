package nadzor.blocklist;

/**
 * Lets others run between the steps of long work. Whoever reads, checks or compiles a version is in
 * no hurry; on the same processor there may be an event loop whose clients wait for every
 * millisecond. Where nobody else wants to run it costs next to nothing. Belongs to one thread.
 */
final class Courtesy {
  /** A step takes less than half a microsecond: some 50 of them pass between two offers. */
  private static final int STEPS = 128;

  private int steps;

  /** One of very many steps has been made. */
  // Nothing relies on what the scheduler makes of it: only how long others wait depends on that.
  @SuppressWarnings("ThreadPriorityCheck")
  void step() {
    if (++steps % STEPS == 0) {
      Thread.yield();
    }
  }
}
