package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A calendar beside real time. */
class CalendarTest {
  private static final Instant START = Instant.parse("2022-03-04T15:00:00Z");

  private final AtomicLong nanos = new AtomicLong(5);
  private final Calendar calendar = new Calendar(START, nanos::get);

  private void pass(Duration real) {
    nanos.addAndGet(real.toNanos());
  }

  @Test
  void itStandsStillUntilItRuns() {
    pass(Duration.ofHours(1));
    assertEquals(START, calendar.instant());
    calendar.run(true);
    pass(Duration.ofSeconds(2));
    assertEquals(START.plusSeconds(2), calendar.instant());
    calendar.run(false);
    pass(Duration.ofSeconds(2));
    assertEquals(START.plusSeconds(2), calendar.instant());
  }

  @Test
  void itsSpeedCountsFromWhenItIsSet() {
    calendar.run(true);
    pass(Duration.ofSeconds(1));
    calendar.speed(3600);
    pass(Duration.ofSeconds(1));
    assertEquals(START.plusSeconds(3601), calendar.instant());
    assertEquals(Duration.ofSeconds(2), calendar.until(START.plusSeconds(3601 + 7200)));
  }

  @Test
  void everySettingIsARevision() {
    long before = calendar.read().revision();
    calendar.set(START.plusSeconds(9));
    calendar.run(true);
    assertEquals(before + 2, calendar.read().revision());
    assertThrows(Refusal.class, () -> calendar.speed(0));
    assertThrows(Refusal.class, () -> calendar.speed(Double.NaN));
  }
}
