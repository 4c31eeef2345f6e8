package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nadzor.probe.Outcome;
import nadzor.probe.Stage;
import nadzor.story.Scenario;
import nadzor.story.StoryResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixDocumentTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Scenario SCENARIO = MadeUp.meta();

  private static String text(StoryResult result) {
    return Json.document(new MatrixDocument(result).json());
  }

  private static JsonNode read(StoryResult result) {
    return MAPPER.readTree(text(result));
  }

  @Test
  void itHoldsWhatCameOut() {
    JsonNode root = read(MadeUp.played(SCENARIO, 6));
    assertEquals("meta-2022", root.get("scenario").asString());
    assertEquals(20220304, root.get("seed").asLong());
    assertTrue(root.get("complete").asBoolean());
    assertTrue(root.get("simulation").asBoolean());
    JsonNode slowed = root.get("steps").get(1);
    assertEquals("2022-02-25T22:00:00+03:00", slowed.get("at").get("moscow").asString());
    assertEquals(2, slowed.get("statements").size());
    assertEquals("fb-2022-02-25", slowed.get("register").get(0).get("decision").asString());
    assertEquals(2, slowed.get("unenforced").size());
    JsonNode cell = slowed.get("matrix").get("facebook-cdn").get("plain").get("tspu-2022");
    assertEquals("slow", cell.get("outcome").asString());
    assertTrue(cell.get("changed").asBoolean());
    assertFalse(cell.get("expectedDiffers").asBoolean());
    assertEquals("slow", cell.get("sites").get("scontent.xx.fbcdn.net").asString());
  }

  @Test
  void aRunThatWasStoppedSaysSo() {
    assertFalse(read(MadeUp.played(SCENARIO, 3)).get("complete").asBoolean());
  }

  @Test
  void versionsAreInTheOrderOfTheScenario() {
    StoryResult result = MadeUp.played(SCENARIO, 2);
    List<String> networks = new ArrayList<>();
    SCENARIO.networks().forEach(plan -> networks.add(plan.name()));
    JsonNode versions = read(result).get("steps").get(1).get("versions");
    assertEquals(networks, List.copyOf(versions.propertyNames()));
  }

  @Test
  void noRateComesIn() {
    StoryResult result =
        MadeUp.played(
            SCENARIO,
            2,
            expected -> expected.equals(Outcome.OK) ? expected : Outcome.blocked(Stage.TLS));
    StoryResult slow =
        MadeUp.played(
            SCENARIO, 3, expected -> expected.equals(Outcome.OK) ? expected : Outcome.SLOW);
    assertTrue(slow.differences().stream().anyMatch(line -> line.contains("B/s")));
    assertEquals(slow.differences().size(), read(slow).get("differences").size());
    assertFalse(text(slow).contains("B/s"), "a rate is in matrix.json");
    assertTrue(read(result).get("differences").get(0).asString().endsWith("blocked(tls)"));
  }
}
