package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Answer;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Journal;
import nadzor.registry.Lifting;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.Timetable;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of what will happen is what going through all records finds. */
class HorizonTest {
  private static final Scenario STORY =
      new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));
  private static final List<NetworkPlan> NETWORKS = STORY.networks();

  private final Journal journal = new Journal(STORY.catalogue());
  private final Horizon horizon = new Horizon(NETWORKS);
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void record() {
    STORY.journal().entries().forEach(journal::restore);
    now = journal.lastAt();
  }

  /** As {@code at what}, in order. */
  private static List<String> all(Registry registry, Instant now) {
    List<Upcoming> all = new ArrayList<>();
    registry.decisions().forEach(one -> all.addAll(Upcoming.of(registry, one, NETWORKS)));
    registry.demands().forEach(one -> Upcoming.of(registry, one, now).ifPresent(all::add));
    all.removeIf(one -> !one.at().isAfter(now));
    return told(all);
  }

  private static List<String> told(List<Upcoming> all) {
    return all.stream()
        .sorted(Comparator.comparing(Upcoming::at).thenComparing(Upcoming::what))
        .map(one -> one.at() + " " + one.what())
        .toList();
  }

  private void check() {
    Registry known = journal.latest();
    assertEquals(all(known, now), told(horizon.after(known, now, Integer.MAX_VALUE)));
    Optional<Instant> move =
        horizon.after(known, now, Integer.MAX_VALUE).stream()
            .filter(one -> one.kind() != Upcoming.Kind.TERM)
            .map(Upcoming::at)
            .findFirst();
    assertEquals(move, horizon.nextMove(known, now));
  }

  private Decision later(String id, int days, Optional<String> supersedes) {
    Decision sample = journal.latest().decisions().get(0);
    Instant from = now.plus(Duration.ofDays(days));
    return new Decision(
        id,
        sample.caseId(),
        sample.authority(),
        Optional.empty(),
        sample.grounds(),
        sample.order(),
        new Timetable(
            now, now, now, from, Optional.of(from.plus(Duration.ofDays(9))), Optional.empty()),
        sample.mark(),
        supersedes,
        Optional.empty());
  }

  private void append(nadzor.registry.Entry entry) {
    journal.append(now, "a test", entry);
    check();
  }

  @Test
  void everyRecordAndEveryDayIsFollowed() {
    check();
    append(later("one", 5, Optional.empty()));
    assertTrue(horizon.after(journal.latest(), now, 99).size() >= 2);
    append(later("two", 9, Optional.of("one")));
    append(later("three", 11, Optional.of("two")));
    String caseId = journal.latest().cases().get(0).id();
    append(new Demand("d", caseId, "A", "do", now, Optional.of(now.plusSeconds(999_000))));
    append(new Demand("e", caseId, "A", "do", now, Optional.of(now.plusSeconds(1))));
    for (int day = 1; day < 7; day++) {
      now = now.plus(Duration.ofDays(1));
      check();
    }
    append(new Answer("d", DemandState.MET, now, "yes"));
    append(new Lifting("three", "A", "no", now));
    append(new Lifting("two", "A", "no", now));
    for (int day = 1; day < 30; day++) {
      now = now.plus(Duration.ofDays(1));
      check();
    }
  }

  @Test
  void aReaderThatIsAheadTakesNothingAway() {
    now = now.plus(Duration.ofDays(99));
    assertEquals(Optional.empty(), horizon.nextMove(journal.latest(), now));
    journal.append(now, "a test", later("one", 1, Optional.empty()));
    Registry known = journal.latest();
    assertEquals(0, horizon.after(known, now.plus(Duration.ofDays(99)), Integer.MAX_VALUE).size());
    assertEquals(Optional.of(now.plus(Duration.ofDays(1))), horizon.nextMove(known, now));
  }

  @Test
  void anotherJournalBeginsAnew() {
    journal.append(now, "a test", later("one", 1, Optional.empty()));
    check();
    Journal other = new Journal(STORY.catalogue());
    List<Recorded<?>> all = STORY.journal().entries();
    all.subList(0, all.size() / 2).forEach(other::restore);
    horizon.forget();
    now = other.lastAt();
    assertEquals(all(other.latest(), now), told(horizon.after(other.latest(), now, 999)));
  }
}
