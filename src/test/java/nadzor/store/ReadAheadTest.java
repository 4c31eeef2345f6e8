package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private static final int ROWS = 12_345;

  private final MemoryStore store = new MemoryStore();
  private final List<Long> taken = new ArrayList<>();

  @BeforeEach
  void fill() {
    Chain chain = new Chain(Head.GENESIS);
    LongStream.range(0, ROWS).forEach(i -> store.rows.add(chain.add(new byte[] {(byte) i})));
    store.noted = chain.head();
  }

  @Test
  void handsOverAllInOrderInTheCallersThread() {
    Thread caller = Thread.currentThread();
    AtomicLong ahead = new AtomicLong();
    Head head =
        new ReadAhead(store)
            .read(
                5,
                row -> {
                  assertNotSame(caller, Thread.currentThread());
                  ahead.set(row.number());
                },
                row -> {
                  assertSame(caller, Thread.currentThread());
                  assertTrue(ahead.get() >= row.number());
                  taken.add(row.number());
                });
    assertEquals(store.noted, head);
    assertEquals(LongStream.rangeClosed(6, ROWS).boxed().toList(), taken);
  }

  @Test
  void whatCameBeforeAFailureIsHandedOver() {
    BrokenChain broken = new BrokenChain(7_000, "this", "that");
    BrokenChain thrown =
        assertThrows(
            BrokenChain.class,
            () ->
                new ReadAhead(store)
                    .read(
                        0,
                        row -> {
                          if (row.number() == 7_000) {
                            throw broken;
                          }
                        },
                        row -> taken.add(row.number())));
    assertSame(broken, thrown);
    assertEquals(LongStream.range(1, 7_000).boxed().toList(), taken);
  }

  @Test
  void aStoreThatFailsIsTold() {
    store.failing = java.util.Optional.of(Fault.UNREACHABLE);
    StoreException e =
        assertThrows(
            StoreException.class, () -> new ReadAhead(store).read(0, row -> {}, row -> {}));
    assertEquals(Fault.UNREACHABLE, e.fault());
  }

  @Test
  void aCallerThatGivesUpEndsTheReading() {
    AtomicLong read = new AtomicLong();
    IllegalStateException enough = new IllegalStateException("enough");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new ReadAhead(store)
                    .read(
                        0,
                        row -> read.incrementAndGet(),
                        row -> {
                          throw enough;
                        }));
    assertSame(enough, thrown);
    assertTrue(read.get() < ROWS, read + " rows were read");
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("nadzor-store-reader")));
  }
}
