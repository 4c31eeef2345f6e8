package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a ring remembers, and what it says that it does not. */
class RingTest {
  private final Ring<Long> ring = new Ring<>(3);

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      ring.add(number -> number);
    }
  }

  @Test
  void itGoesOnFromANumber() {
    add(2);
    assertEquals(new Ring.Batch<>(List.of(2L), 0, 2), ring.after(1, 9));
    assertEquals(new Ring.Batch<>(List.of(1L), 0, 1), ring.after(0, 1));
    assertEquals(new Ring.Batch<>(List.of(), 0, 2), ring.after(2, 9));
  }

  @Test
  void whatIsForgottenIsCounted() {
    add(8);
    assertEquals(new Ring.Batch<>(List.of(6L, 7L, 8L), 5, 8), ring.after(0, 9));
    assertEquals(new Ring.Batch<>(List.of(6L), 1, 6), ring.after(4, 1));
    assertEquals(List.of(8L, 7L, 6L), ring.latest());
  }

  @Test
  void aNumberToComeStandsForNow() {
    add(1);
    assertEquals(new Ring.Batch<>(List.of(), 0, 1), ring.after(99, 9));
  }

  @Test
  void readersAreToldUntilTheyLeave() {
    AtomicInteger told = new AtomicInteger();
    Runnable reader = told::incrementAndGet;
    ring.watch(reader);
    add(2);
    ring.unwatch(reader);
    add(1);
    assertEquals(2, told.get());
  }
}
