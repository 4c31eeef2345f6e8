package nadzor.blocklist;

/**
 * Lets others run between the steps of long work. Whoever reads, checks or compiles a version is in
 * no hurry; on the same processor there may be an event loop whose clients wait for every
 * millisecond. Where nobody else wants to run it costs next to nothing; beside somebody who never
 * sleeps a thread that gives way too often would hardly get on, so it does every fifth of a
 * millisecond or so. Belongs to one thread.
 */
final class Courtesy {
  private static final int SHORT = 512;
  private static final int LONG = 64;

  private final int most;
  private int steps;

  private Courtesy(int most) {
    this.most = most;
  }

  /** Of steps of less than half a microsecond, such as looking a key up. */
  static Courtesy ofShortSteps() {
    return new Courtesy(SHORT);
  }

  /** Of steps of a few microseconds, such as making a rule and its hash. */
  static Courtesy ofLongSteps() {
    return new Courtesy(LONG);
  }

  /** One of very many steps has been made. */
  // Nothing relies on what the scheduler makes of it: only how long others wait depends on that.
  @SuppressWarnings("ThreadPriorityCheck")
  void step() {
    if (++steps % most == 0) {
      Thread.yield();
    }
  }
}
