package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import nadzor.registry.EntryKind;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.Test;

class SettledTest {
  private static final Journal STORY = story();

  private static Journal story() {
    Scenario story = new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));
    return story.journal();
  }

  @Test
  void holdsUntilADecisionALiftingOrACardIsRecorded() {
    for (Recorded<?> one : STORY.entries()) {
      Registry known = STORY.at(one.at());
      Registry before = STORY.at(one.at().minusNanos(1));
      Settled settled = new Settled(before.limit(), Instant.EPOCH, Optional.empty());
      boolean makes =
          known.entries().subList((int) before.limit(), (int) known.limit()).stream()
              .map(recorded -> recorded.entry().kind())
              .anyMatch(
                  kind ->
                      kind == EntryKind.DECISION
                          || kind == EntryKind.LIFTING
                          || kind == EntryKind.PLATFORM);
      assertEquals(!makes, settled.holds(known, one.at()), () -> "record " + one.number());
    }
    assertTrue(STORY.latest().counts().decisions() > 0 && STORY.latest().counts().violations() > 0);
  }

  @Test
  void holdsFromOneInstantToTheNextMove() {
    Registry known = STORY.latest();
    Instant from = Instant.parse("2022-03-20T00:00:00Z");
    Instant until = from.plusSeconds(60);
    Settled settled = new Settled(known.limit(), from, Optional.of(until));
    assertTrue(settled.holds(known, from));
    assertTrue(settled.holds(known, until.minusNanos(1)));
    assertTrue(!settled.holds(known, until));
    assertTrue(!settled.holds(known, from.minusNanos(1)));
    assertTrue(!settled.holds(STORY.at(from.minusSeconds(9_999_999)), from), "known earlier");
  }
}
