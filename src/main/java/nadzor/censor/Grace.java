package nadzor.censor;

import java.time.Duration;
import java.util.Optional;

/**
 * What still passes of a flow before an effect falls on it; whichever is used up first decides.
 * Immutable.
 *
 * @param segments segments or datagrams, counting the one that triggered
 * @param octets octets of both directions together, those of the trigger included
 * @param time how long since the trigger; empty for any time
 * @param mute whether the time alone is waited for, and nothing passes
 */
public record Grace(int segments, long octets, Optional<Duration> time, boolean mute) {
  /** Any number of segments. */
  public static final int ANY_SEGMENTS = Integer.MAX_VALUE;

  /** Any number of octets. */
  public static final long ANY_OCTETS = Long.MAX_VALUE;

  /** Nothing passes: the effect falls at once, and the trigger goes nowhere. */
  public static final Grace NONE = new Grace(0, ANY_OCTETS, Optional.empty(), false);

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Checks that all three are possible. */
  public Grace {
    if (segments < 0 || octets < 0) {
      throw new IllegalArgumentException("a count below 0");
    }
    if (time.filter(some -> some.isNegative() || some.compareTo(LONGEST) > 0).isPresent()) {
      throw new IllegalArgumentException("a time below 0, or above a year");
    }
    if (mute && (time.isEmpty() || segments < ANY_SEGMENTS || octets < ANY_OCTETS)) {
      throw new IllegalArgumentException("mute without after-time, or beside another");
    }
  }

  /** What is counted passes. */
  public Grace(int segments, long octets, Optional<Duration> time) {
    this(segments, octets, time, false);
  }

  /** Whether the effect falls at once. */
  public boolean isNone() {
    return segments == 0 || octets == 0 || time.filter(Duration::isZero).isPresent();
  }
}
