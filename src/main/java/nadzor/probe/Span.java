package nadzor.probe;

import java.time.Duration;

/**
 * When a step began and ended, both counted from the observation's start (OONI's {@code t0} and
 * {@code t}).
 */
public record Span(Duration t0, Duration t) {
  /** How long it took. */
  public Duration length() {
    return t.minus(t0);
  }
}
