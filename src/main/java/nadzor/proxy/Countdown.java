package nadzor.proxy;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.censor.Grace;

/**
 * How much still passes before an effect falls, both directions together. One timer at most. Not
 * thread-safe.
 */
final class Countdown {
  private final Optional<Duration> time;
  private Optional<Future<?>> timer = Optional.empty();
  private int segments;
  private long octets;

  Countdown(Grace grace) {
    segments = grace.isNone() || grace.mute() ? 0 : grace.segments();
    octets = grace.octets();
    time = grace.time();
  }

  /**
   * Begins to measure the time, if it has one.
   *
   * @param up what to do when it is up
   */
  void start(EventExecutor loop, Runnable up) {
    timer = time.map(some -> loop.schedule(up, some.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** The time is measured no more. */
  void cancel() {
    timer.ifPresent(armed -> armed.cancel(false));
    timer = Optional.empty();
  }

  /** Nothing passes any more. */
  void exhaust() {
    segments = 0;
  }

  /** How much of the next octets of a stream passes as one segment; 0 where it is over. */
  int take(int there) {
    if (isOver()) {
      return 0;
    }
    int taken = (int) Math.min(Math.min(there, Segments.LENGTH), octets);
    count(taken);
    return taken;
  }

  /** Whether a datagram passes: one that goes beyond the octets uses them up and does not. */
  boolean takeWhole(int length) {
    if (isOver() || length > octets) {
      exhaust();
      return false;
    }
    count(length);
    return true;
  }

  private void count(int length) {
    segments -= segments == Grace.ANY_SEGMENTS ? 0 : 1;
    octets -= octets == Grace.ANY_OCTETS ? 0 : length;
  }

  /** Whether one of the two counts is used up. */
  boolean isOver() {
    return segments == 0 || octets == 0;
  }
}
