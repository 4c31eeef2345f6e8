package nadzor.probe;

import java.time.Duration;

/**
 * How long the same site in the same network is left alone after a visit, so that what an earlier
 * probe triggered does not colour the next (residual censorship). Thread-safe.
 */
@FunctionalInterface
public interface Pause {
  /** No pause: visits to one site may overlap. */
  Pause NONE = cell -> Duration.ZERO;

  /** The pause after this cell; above zero, visits to its site and network follow one another. */
  Duration after(Cell cell);
}
