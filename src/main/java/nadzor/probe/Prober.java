package nadzor.probe;

import java.time.InstantSource;
import java.util.Optional;
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
  private final Patience patience;
  private final long seed;

  /**
   * A prober for one laboratory.
   *
   * @param calendar dates the observations
   * @param nanos a monotonic clock that runs, such as {@code System::nanoTime}
   * @param seed for DNS query ids, together with the cell
   */
  public Prober(Limits limits, Trust trust, InstantSource calendar, LongSupplier nanos, long seed) {
    this(limits, trust, calendar, nanos, Patience.REAL, seed);
  }

  /**
   * The same, with another way to wait.
   *
   * @param patience how a technique waits where waiting is part of it
   */
  public Prober(
      Limits limits,
      Trust trust,
      InstantSource calendar,
      LongSupplier nanos,
      Patience patience,
      long seed) {
    this.limits = limits;
    this.trust = trust;
    this.calendar = calendar;
    this.nanos = nanos;
    this.patience = patience;
    this.seed = seed;
  }

  /** Visits; whatever goes wrong is named in the observation. */
  public Observation probe(Cell cell) {
    Optional<Facility> missing =
        cell.technique().needs().stream().sorted().filter(f -> !f.isGiven(cell)).findFirst();
    if (missing.isPresent()) {
      return Observation.notMade(cell, calendar.instant(), missing.get());
    }
    Recorder recorder = new Recorder(nanos, patience);
    return new Visit(cell, limits, trust, recorder, chance(cell)).run(calendar.instant());
  }

  /** The same for the same seed and cell, in whatever order cells are run. */
  private RandomGenerator chance(Cell cell) {
    return new SplittableRandom(seed ^ ((long) cell.toString().hashCode() << 32));
  }
}
