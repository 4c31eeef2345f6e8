package nadzor.story;

import java.time.Instant;
import java.time.InstantSource;

/** The calendar of a story: it stands still within a step and jumps between steps. Thread-safe. */
public final class StoryClock implements InstantSource {
  private volatile Instant now;

  /** A calendar that shows this instant. */
  public StoryClock(Instant start) {
    now = start;
  }

  /** Jumps. */
  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
