package nadzor.clients;

import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a socket when: its octets over time, headers and TLS records among them.
 * Thread-safe.
 */
final class Arrivals {
  /**
   * Octets that came together.
   *
   * @param nanos when the last of them came
   */
  private record Burst(long nanos, long octets) {}

  /**
   * Octets over a window that begins behind a burst and ends with one.
   *
   * @param rate in octets a second
   * @param seconds its length
   */
  record Measured(double rate, double seconds) {}

  private static final double NANOS = 1e9;

  private final List<Burst> reads = new ArrayList<>();

  /** Notes one read. */
  synchronized void note(long nanos, int octets) {
    reads.add(new Burst(nanos, octets));
  }

  /** All octets so far. */
  synchronized long total() {
    return reads.stream().mapToLong(Burst::octets).sum();
  }

  /**
   * The rate over the longest window that leaves out the first seconds, and the last burst, which
   * may have been cut short.
   *
   * @param gapMillis reads that are closer than that are one burst: a policed flow is a burst each
   *     time that its bucket is full again, and half a burst at one end would spoil the figure
   */
  Measured steady(double leaveOutSeconds, long gapMillis) {
    List<Burst> bursts = bursts(gapMillis);
    long from = bursts.get(0).nanos + (long) (leaveOutSeconds * NANOS);
    List<Burst> steady =
        bursts.subList(0, bursts.size() - 1).stream().filter(one -> one.nanos >= from).toList();
    if (steady.size() < 2) {
      throw new AssertionError("too few bursts to tell a rate: " + bursts);
    }
    long octets = steady.stream().skip(1).mapToLong(Burst::octets).sum();
    double seconds = (steady.get(steady.size() - 1).nanos - steady.get(0).nanos) / NANOS;
    return new Measured(octets / seconds, seconds);
  }

  /** By how much any window of at least that length held more than a rate allows, in octets. */
  synchronized double worstExcess(double rate, double minSeconds) {
    double worst = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < reads.size(); start++) {
      long octets = 0;
      for (int end = start + 1; end < reads.size(); end++) {
        octets += reads.get(end).octets;
        double seconds = (reads.get(end).nanos - reads.get(start).nanos) / NANOS;
        if (seconds >= minSeconds) {
          worst = Math.max(worst, octets - rate * seconds);
        }
      }
    }
    return worst;
  }

  private synchronized List<Burst> bursts(long gapMillis) {
    List<Burst> bursts = new ArrayList<>();
    for (Burst read : reads) {
      int last = bursts.size() - 1;
      boolean goesOn = last >= 0 && read.nanos - bursts.get(last).nanos <= gapMillis * 1_000_000;
      if (goesOn) {
        bursts.set(last, new Burst(read.nanos, bursts.get(last).octets + read.octets));
      } else {
        bursts.add(read);
      }
    }
    return bursts;
  }
}
