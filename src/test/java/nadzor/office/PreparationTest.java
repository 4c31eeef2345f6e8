package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nadzor.registry.Lookup;
import nadzor.registry.Registry;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the first question would wait for is made after a start, and after every new journal. */
class PreparationTest {
  private static void checkPrepared(Office office) throws InterruptedException {
    office.preparation().orElseThrow().await();
    Registry registry = office.view(Optional.empty(), Optional.empty()).registry();
    assertTrue(registry.limit() > 0, "something is recorded");
    assertTrue(Lookup.isPrepared(registry), "what is recorded can be looked up");
  }

  @Test
  @Timeout(300)
  void aNewJournalIsPreparedAsAtAStart(@TempDir Path directory)
      throws IOException, InterruptedException {
    Scenario story = new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));
    var last = story.steps().get(story.steps().size() - 1).at();
    try (Office office = Office.open(OfficeSpec.of(story, directory, last).paused())) {
      checkPrepared(office);
      Replacement dry = office.replace(last, false, true, Optional.empty(), true);
      checkPrepared(office);
      Replacement done = office.replace(last, true, true, Optional.empty(), false);
      checkPrepared(office);
      assertTrue(done.view().registry().limit() > dry.view().registry().limit());
    }
  }
}
