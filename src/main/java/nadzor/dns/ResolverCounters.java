package nadzor.dns;

import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the messages that came in. Each counts once among the queries and once among
 * restricted, cached, forwarded, malformed and dropped, so that these five sum up to the queries.
 * Thread-safe; totals read while traffic runs are a moment apart.
 */
public final class ResolverCounters {
  private final LongAdder queries = new LongAdder();
  private final LongAdder restricted = new LongAdder();
  private final LongAdder cached = new LongAdder();
  private final LongAdder forwarded = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder answersRestricted = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder unsent = new LongAdder();

  ResolverCounters() {}

  void countQuery() {
    queries.increment();
  }

  void countRestricted() {
    restricted.increment();
  }

  void countCached() {
    cached.increment();
  }

  void countForwarded() {
    forwarded.increment();
  }

  void countMalformed() {
    malformed.increment();
  }

  void countDropped() {
    dropped.increment();
  }

  void countAnswerRestricted() {
    answersRestricted.increment();
  }

  void countFailed() {
    failed.increment();
  }

  void countUnsent() {
    unsent.increment();
  }

  /** Messages that came in, whatever they were. */
  public long queries() {
    return queries.sum();
  }

  /** Queries that a ruling restricted, silence among them. */
  public long restricted() {
    return restricted.sum();
  }

  /** Queries answered from the cache. */
  public long cached() {
    return cached.sum();
  }

  /** Queries that the upstream was asked for. */
  public long forwarded() {
    return forwarded.sum();
  }

  /** Queries answered with FORMERR, NOTIMP, BADVERS, or REFUSED for their class or type. */
  public long malformed() {
    return malformed.sum();
  }

  /** Messages left without an answer: no queries at all, or too many under way at once. */
  public long dropped() {
    return dropped.sum();
  }

  /** Of the cached and forwarded: those whose truthful answer a ruling restricted. */
  public long answersRestricted() {
    return answersRestricted.sum();
  }

  /** Of the forwarded: those that ended in SERVFAIL because no usable answer came. */
  public long failed() {
    return failed.sum();
  }

  /** Answers thrown away because the client's socket took no more. */
  public long unsent() {
    return unsent.sum();
  }
}
