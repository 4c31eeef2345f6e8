package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadzor.blocklist.Measure;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The canary of each network is restricted as that network can. */
class CanaryTest {
  @Test
  @Timeout(300)
  void aNetworkThatOnlyThrottlesThrottlesIt(@TempDir Path directory) throws IOException {
    Scenario story = new ScenarioReader().read(Path.of("config/scenarios/tco-2021.yaml"));
    Instant at = story.steps().get(0).at();
    Map<String, Measure> wanted = new TreeMap<>();
    Map<String, Measure> found = new TreeMap<>();
    try (Office office = Office.open(OfficeSpec.of(story, directory, at).paused())) {
      story
          .networks()
          .forEach(
              plan -> {
                boolean blocks = plan.profile().canEnforce(Measure.BLOCK);
                wanted.put(plan.name(), blocks ? Measure.BLOCK : Measure.THROTTLE);
                VersionCard version =
                    Optional.ofNullable(office.standings().get(plan.name()))
                        .orElseThrow()
                        .version();
                found.put(plan.name(), version.rules().findFirst().orElseThrow().measure());
              });
    }
    assertEquals(wanted, found);
    assertEquals(true, found.containsValue(Measure.THROTTLE));
  }
}
