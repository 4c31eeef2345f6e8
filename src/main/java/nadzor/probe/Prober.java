package nadzor.probe;

import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Visits one site in one network with one technique. Immutable and thread-safe; every visit uses
 * fresh connections and fresh TLS sessions, so that none colours the next. A visit ends within
 * {@link Limits#total} or on an interrupt, and never throws for what the network does.
 */
public final class Prober {
  private final Limits limits;
  private final Trust trust;
  private final InstantSource calendar;
  private final LongSupplier nanos;
  private final long seed;

  /**
   * A prober for one laboratory.
   *
   * @param calendar dates the observations
   * @param nanos a monotonic clock that runs, such as {@code System::nanoTime}
   * @param seed for DNS query ids, together with the cell
   */
  public Prober(Limits limits, Trust trust, InstantSource calendar, LongSupplier nanos, long seed) {
    this.limits = limits;
    this.trust = trust;
    this.calendar = calendar;
    this.nanos = nanos;
    this.seed = seed;
  }

  /** Visits; whatever goes wrong is named in the observation. */
  public Observation probe(Cell cell) {
    Visit visit = new Visit(cell, limits, trust, new Recorder(nanos), chance(cell));
    return visit.run(calendar.instant());
  }

  /** The same for the same seed and cell, in whatever order cells are run. */
  private RandomGenerator chance(Cell cell) {
    return new SplittableRandom(seed ^ ((long) cell.toString().hashCode() << 32));
  }
}
