package nadzor.proxy;

import nadzor.censor.StreamEffect;

/** How much still passes before silence falls, both directions together. Not thread-safe. */
final class Countdown {
  private int segments;
  private long octets;

  Countdown(StreamEffect.Discard effect) {
    segments = effect.after();
    octets = effect.afterOctets();
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
      octets = 0;
      return false;
    }
    count(length);
    return true;
  }

  private void count(int length) {
    segments -= segments == StreamEffect.Discard.UNLIMITED ? 0 : 1;
    octets -= octets == Long.MAX_VALUE ? 0 : length;
  }

  /** Whether one of the two counts is used up. */
  boolean isOver() {
    return segments == 0 || octets == 0;
  }
}
