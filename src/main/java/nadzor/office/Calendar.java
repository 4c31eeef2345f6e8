package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The office's calendar: it stands still, or runs at a multiple of real time; whole milliseconds.
 * Thread-safe; changed by the office alone.
 */
public final class Calendar implements InstantSource {
  /** The fastest it runs, in calendar seconds a second. */
  public static final double MAX_SPEED = 1_000_000;

  /**
   * What it shows. Immutable.
   *
   * @param at the calendar's instant
   * @param running whether it runs
   * @param speed calendar seconds for each real second
   * @param revision counts the settings
   */
  public record Reading(Instant at, boolean running, double speed, long revision) {
    /** Refuses what was meant for another setting. */
    void require(long read) {
      if (read != revision) {
        throw new Refusal(
            Refusal.Kind.STALE, "#header/If-Match", "revision " + read, "the one now: " + revision);
      }
    }
  }

  private record Setting(Instant anchor, long nanos, boolean running, double speed, long revision) {
    Instant at(long now) {
      return running
          ? anchor.plusNanos(Math.round((now - nanos) * speed)).truncatedTo(ChronoUnit.MILLIS)
          : anchor;
    }
  }

  private final LongSupplier nanos;
  private volatile Setting setting;

  /** A calendar that stands still at an instant; {@code nanos} is monotonic real time. */
  Calendar(Instant start, LongSupplier nanos) {
    this.nanos = nanos;
    setting = new Setting(start.truncatedTo(ChronoUnit.MILLIS), nanos.getAsLong(), false, 1, 1);
  }

  @Override
  public Instant instant() {
    return setting.at(nanos.getAsLong());
  }

  /** What it shows now. */
  public Reading read() {
    Setting now = setting;
    return new Reading(now.at(nanos.getAsLong()), now.running, now.speed, now.revision);
  }

  void run(boolean running) {
    set(instant(), running, setting.speed);
  }

  void speed(double speed) {
    if (!(speed > 0) || speed > MAX_SPEED) {
      throw Refusal.of("/speed", "speed " + speed, "above 0, at most " + (long) MAX_SPEED);
    }
    set(instant(), setting.running, speed);
  }

  void set(Instant at) {
    set(at.truncatedTo(ChronoUnit.MILLIS), setting.running, setting.speed);
  }

  /** Sets what differs. */
  void become(Reading now, Reading wanted) {
    if (wanted.speed() != now.speed()) {
      speed(wanted.speed());
    }
    if (wanted.running() != now.running()) {
      run(wanted.running());
    }
    if (!wanted.at().equals(now.at())) {
      set(wanted.at());
    }
  }

  private void set(Instant at, boolean running, double speed) {
    setting = new Setting(at, nanos.getAsLong(), running, speed, setting.revision + 1);
  }

  /** The real time until it shows that instant, at its speed now. */
  Duration until(Instant instant) {
    Setting now = setting;
    Duration calendar = Duration.between(now.at(nanos.getAsLong()), instant);
    double seconds = calendar.toMillis() / 1000.0 / now.speed;
    return Duration.ofMillis((long) Math.ceil(Math.min(seconds, Integer.MAX_VALUE) * 1000));
  }
}
