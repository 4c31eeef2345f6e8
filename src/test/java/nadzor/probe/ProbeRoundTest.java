package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeRoundTest {
  private static final Endpoint NOWHERE = Endpoint.of("127.0.0.1", 1);

  private static List<Cell> cells(int count) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Vantage vantage = new Vantage("network" + i % 2, NOWHERE, NOWHERE, NOWHERE);
      Site site = new Site(DomainName.of("site" + i % 3 + ".test"), "/" + i);
      cells.add(new Cell(vantage, site, Techniques.everyday().get(i % 6)));
    }
    return cells;
  }

  private static Observation of(Cell cell) {
    Observation seen = Scenes.of("plain").seen();
    return new Observation(
        cell,
        seen.startedAt(),
        seen.runtime(),
        seen.dns(),
        seen.connect(),
        seen.tls(),
        seen.http(),
        seen.events(),
        seen.death());
  }

  private static List<Cell> measured(RoundResult result) {
    return result.observations().stream().map(Observation::cell).toList();
  }

  @Test
  void resultsStandInTheOrderOfTheCells() {
    List<Cell> cells = cells(60);
    List<Progress> shown = new ArrayList<>();
    try (ProbeRound round = new ProbeRound(ProbeRoundTest::of, Pause.NONE, 8, 1)) {
      RoundResult result = round.run(cells, shown::add);
      assertEquals(cells, measured(result));
      assertTrue(result.isComplete());
    }
    assertEquals(60, shown.size());
    assertEquals(60, shown.get(59).done());
    assertEquals(60, shown.get(0).total());
  }

  private static List<Cell> order(long seed) {
    List<Cell> order = Collections.synchronizedList(new ArrayList<>());
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              order.add(cell);
              return of(cell);
            },
            Pause.NONE,
            1,
            seed)) {
      round.run(cells(30), progress -> {});
    }
    return order;
  }

  @Test
  void theSeedMakesTheOrder() {
    assertEquals(order(5), order(5));
    assertNotEquals(order(5), order(6));
    assertNotEquals(cells(30), order(5));
  }

  @Test
  void aPauseKeepsVisitsToOneSiteApart() {
    Duration pause = Duration.ofMillis(20);
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Cell> sixVisits = Collections.nCopies(6, cells(1).get(0));
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              starts.add(System.nanoTime());
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              atOnce.decrementAndGet();
              return of(cell);
            },
            cell -> pause,
            8,
            1)) {
      assertTrue(round.run(sixVisits, progress -> {}).isComplete());
    }
    assertEquals(1, most.get());
    for (int i = 1; i < starts.size(); i++) {
      assertTrue(starts.get(i) - starts.get(i - 1) >= pause.toNanos());
    }
  }

  @Test
  void withoutAPauseVisitsOverlap() {
    CountDownLatch both = new CountDownLatch(2);
    List<Cell> twice = Collections.nCopies(2, cells(1).get(0));
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              both.countDown();
              awaitOrFail(both);
              return of(cell);
            },
            Pause.NONE,
            2,
            1)) {
      assertTrue(round.run(twice, progress -> {}).isComplete());
    }
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void closingReturnsWhatThereIs() throws IOException {
    CountDownLatch oneIsMeasured = new CountDownLatch(1);
    try (Laboratory laboratory = Laboratory.with(Scripts.silence())) {
      List<Cell> cells = new ArrayList<>(cells(1));
      Technique plain = Techniques.everyday().get(0);
      cells.addAll(
          Collections.nCopies(5, new Cell(laboratory.vantage(), Site.of("vk.com"), plain)));
      Prober prober = Laboratory.prober(Laboratory.ample());
      ProbeRound round =
          new ProbeRound(
              cell -> cell.equals(cells.get(0)) ? of(cell) : prober.probe(cell), Pause.NONE, 6, 1);
      Thread closing =
          new Thread(
              () -> {
                awaitOrFail(oneIsMeasured);
                round.close();
              });
      closing.start();
      RoundResult result = round.run(cells, progress -> oneIsMeasured.countDown());
      assertEquals(cells.subList(0, 1), measured(result));
      assertEquals(cells.subList(1, 6), result.missing());
      assertFalse(result.isComplete());
      round.close();
      assertEquals(cells, round.run(cells, progress -> {}).missing());
    }
  }

  @Test
  void anInterruptOfTheCallerClosesAndIsKept() {
    CountDownLatch never = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              caller.interrupt();
              awaitOrFail(never);
              return of(cell);
            },
            Pause.NONE,
            1,
            1)) {
      RoundResult result = round.run(cells(3), progress -> {});
      assertTrue(Thread.interrupted());
      assertEquals(3, result.missing().size());
    }
  }

  @Test
  void whatThrowsCostsOneCell() {
    List<Cell> cells = cells(6);
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              if (cell.equals(cells.get(2))) {
                throw new AssertionError("a broken instrument");
              }
              return of(cell);
            },
            cell -> Duration.ofNanos(1),
            2,
            1)) {
      RoundResult result =
          round.run(
              cells,
              progress -> {
                throw new IllegalStateException("a broken terminal");
              });
      assertEquals(cells.subList(2, 3), result.missing());
      assertEquals(5, result.observations().size());
    }
  }

  @Test
  void nothingToDoIsDone() {
    try (ProbeRound round = new ProbeRound(ProbeRoundTest::of, Pause.NONE, 1, 1)) {
      assertTrue(round.run(List.of(), progress -> {}).isComplete());
    }
  }
}
