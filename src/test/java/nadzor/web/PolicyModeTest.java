package nadzor.web;

import static nadzor.web.ServedOffice.API;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nadzor.office.OfficeSpec;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides when a rule fires: the office's mode and the rule's own. */
class PolicyModeTest {
  private static final Path STORY = Path.of("config/scenarios/meta-2022.yaml");

  @TempDir Path directory;

  private static Scenario story(String ruleMode) throws IOException {
    String rule = "  - rule: partial-restriction\n";
    String text = Files.readString(STORY).replace(rule, rule + "    mode: " + ruleMode + "\n");
    return new ScenarioReader().parse(STORY, text);
  }

  @ParameterizedTest
  @CsvSource({
    "propose, decide, 1, 0",
    "propose, propose, 1, 0",
    "decide, decide, 0, 1",
    "decide, propose, 1, 0",
  })
  void aRuleThatProposesNeverDecides(String rule, String office, int pending, int decisions)
      throws IOException, InterruptedException {
    OfficeSpec spec =
        OfficeSpec.of(story(rule), directory, Instant.parse("2022-02-24T20:59:59Z")).paused();
    try (ServedOffice served = ServedOffice.start(spec, Duration.ofSeconds(30))) {
      String mode = "{\"mode\": \"" + office + "\"}";
      assertEquals(200, served.send("PUT", API + "/policy", mode).status());
      served.post(API + "/clock/jump", "{\"to\": \"2022-02-26\"}");
      assertEquals(pending, served.get(API + "/proposals").json().path("items").size());
      assertEquals(decisions, served.get(API + "/decisions").json().path("items").size());
    }
  }
}
