package nadzor.dns;

import java.time.Duration;

/**
 * What one server spends at most. Immutable.
 *
 * @param cacheOctets what the cache may occupy, in octets; 0 keeps nothing
 * @param inFlight queries that wait for the upstream, per event loop; more are dropped
 * @param connections TCP connections at a time; more are closed at once
 * @param pipelined queries of one TCP connection that wait at a time; then it is read no further
 * @param idle after how long without a query or an answer a TCP connection is closed (RFC 7766
 *     section 6.2.3)
 */
public record ResolverLimits(
    long cacheOctets, int inFlight, int connections, int pipelined, Duration idle) {
  /** Checks that everything but the cache is positive. */
  public ResolverLimits {
    boolean positive = inFlight > 0 && connections > 0 && pipelined > 0;
    if (cacheOctets < 0 || !positive || idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("limits of a resolver must be positive");
    }
  }

  /** Fit for a laboratory: 4 MiB of cache, 1,024 in flight, 256 connections, 10 s idle. */
  public static ResolverLimits defaults() {
    return new ResolverLimits(4 << 20, 1024, 256, 32, Duration.ofSeconds(10));
  }

  /** The same without a cache. */
  public ResolverLimits withoutCache() {
    return new ResolverLimits(0, inFlight, connections, pipelined, idle);
  }

  /** The same with another idle limit. */
  public ResolverLimits withIdle(Duration newIdle) {
    return new ResolverLimits(cacheOctets, inFlight, connections, pipelined, newIdle);
  }

  /** The same with another number of TCP connections. */
  public ResolverLimits withConnections(int newConnections) {
    return new ResolverLimits(cacheOctets, inFlight, newConnections, pipelined, idle);
  }
}
