package nadzor.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nadzor.censor.Restriction;
import nadzor.censor.RestrictionLog;

/**
 * Collects the restrictions of a laboratory with the calendar's instant. Bounded: past its limit
 * events are counted and not kept. Thread-safe, never blocks.
 */
public final class EventBook implements RestrictionLog {
  /** One restriction at its instant of the calendar. */
  public record Event(Instant at, Restriction restriction) {}

  private static final int LIMIT = 100_000;

  private final InstantSource calendar;
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lost = new AtomicLong();

  /** Dates events by this calendar. */
  public EventBook(InstantSource calendar) {
    this.calendar = calendar;
  }

  @Override
  public void restricted(Restriction restriction) {
    if (waiting.get() >= LIMIT) {
      lost.incrementAndGet();
      return;
    }
    waiting.incrementAndGet();
    events.add(new Event(calendar.instant(), restriction));
  }

  /** Takes out what has come. */
  public List<Event> drain() {
    List<Event> taken = new ArrayList<>();
    for (Event event = events.poll(); event != null; event = events.poll()) {
      waiting.decrementAndGet();
      taken.add(event);
    }
    return taken;
  }

  /** How many were counted but not kept. */
  public long lost() {
    return lost.get();
  }
}
