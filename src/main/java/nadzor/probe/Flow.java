package nadzor.probe;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What arrived during one step, in socket bytes. Immutable.
 *
 * @param bytes octets received
 * @param reads distinct reads (the second sign of throttling beside the rate: OONI-22)
 * @param lasted from the step's start to the last read that brought something
 */
public record Flow(long bytes, int reads, Duration lasted) {
  private static final double NANOS = 1e9;

  /** Nothing came. */
  public static final Flow NONE = new Flow(0, 0, Duration.ZERO);

  /**
   * Bytes a second over the time data flowed: OONI's {@code read_speed}, bytes read over the time
   * of the last successful operation (OONI, March 2022). Empty where nothing came.
   */
  public OptionalDouble rate() {
    return bytes == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(bytes * NANOS / Math.max(1, lasted.toNanos()));
  }
}
