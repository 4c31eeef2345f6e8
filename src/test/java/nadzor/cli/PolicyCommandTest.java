package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.store.Export;
import nadzor.store.KeptJournal;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped story's policy, on its own records and on those of a journal. */
class PolicyCommandTest {
  private static final String STORY = "config/scenarios/meta-2022.yaml";

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(words);
  }

  /** The story's records up to then, policy's decisions too, as an office exports them. */
  private String journal(String until) throws IOException {
    Scenario story = new ScenarioReader().read(Path.of(STORY));
    Path file = directory.resolve("journal.jsonl");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    String store = directory.resolve("journal.db").toString();
    try (KeptJournal kept = KeptJournal.open(store, story.catalogue())) {
      story.journal().entries().stream()
          .filter(one -> !one.at().isAfter(Instant.parse(until)))
          .forEach(one -> kept.append(one.at(), "a test", List.<Entry>of(one.entry())));
      assertTrue(Export.run(kept.source(), lines, row -> {}).bad().isEmpty());
    }
    Files.write(file, lines.toByteArray());
    return file.toString();
  }

  @Test
  void everyRuleNamesItsRecords() {
    assertEquals(0, run("policy", "test", STORY), err::toString);
    List<String> lines = out.toString().lines().toList();
    String first = "2022-02-25T16:00:00Z  partial-restriction  on facebook: decides throttle";
    assertTrue(lines.get(0).startsWith(first), lines.get(0));
    assertTrue(lines.contains("    on no. 26  2022-02-24T13:00:00Z  demand fb-demand-2022-02-24"));
    assertTrue(lines.contains("    on no. 27  2022-02-25T16:00:00Z  decision fb-2022-02-25"));
  }

  /** Two violations short of the second rule; what the first one decided is decided anew. */
  @Test
  void onAJournalARuleTellsWhatItWaitsFor() throws IOException {
    String lines = journal("2022-02-27T00:00:00Z");
    assertEquals(0, run("policy", "test", STORY, "--journal", lines, "--json"), err::toString);
    JsonNode told = JsonMapper.shared().readTree(out.toString());
    assertEquals(1, told.path("fired").size());
    assertEquals("fb-2022-02-25", told.at("/fired/0/decision").asString());
    assertEquals(24, told.at("/fired/0/records").size());
    assertEquals("full-restriction", told.at("/waiting/0/rule").asString());
    assertEquals(
        "at least 26 violations by facebook (24 recorded)",
        told.at("/waiting/0/waitsFor/0").asString());
  }

  /** While the office writes to it; what became of what policy made is left out as well. */
  @Test
  void aStoreInUseAnswersAsItsExport() throws IOException {
    String lines = journal("2022-02-27T00:00:00Z");
    assertEquals(0, run("policy", "test", STORY, "--journal", lines, "--json"), err::toString);
    String exported = out.toString();
    Scenario story = new ScenarioReader().read(Path.of(STORY));
    String store = directory.resolve("journal.db").toString();
    try (KeptJournal kept = KeptJournal.open(store, story.catalogue())) {
      Lifting lifting =
          new Lifting("fb-2022-02-25", "A", "over", Instant.parse("2022-02-26T12:00:00Z"));
      kept.append(Instant.parse("2022-02-27T00:00:00Z"), "a test", lifting);
      out.getBuffer().setLength(0);
      assertEquals(0, run("policy", "test", STORY, "--store", store, "--json"), err::toString);
    }
    assertEquals(exported, out.toString());
    assertEquals(2, run("policy", "test", STORY, "--store", store, "--journal", lines));
    assertEquals(2, run("policy", "test", STORY, "--store", directory + "/no-such.db"));
    assertTrue(err.toString().contains("no-such.db"), err::toString);
  }

  @Test
  void whereNoRuleFiresTheExitCodeTells() {
    assertEquals(1, run("policy", "test", "config/scenarios/tco-2021.yaml"), err::toString);
    assertTrue(out.toString().startsWith("There is no rule"), out::toString);
  }

  @Test
  void aDemandThatTheJournalLacksIsNamed() throws IOException {
    String lines = journal("2021-12-31T00:00:00Z");
    assertEquals(2, run("policy", "test", STORY, "--journal", lines));
    assertTrue(err.toString().contains("fb-demand-2022-02-24"), err::toString);
  }

  @Test
  void aLineThatDoesNotFitIsNamed() throws IOException {
    Path file = Path.of(journal("2021-12-31T00:00:00Z"));
    Files.writeString(file, Files.readString(file).replace("fb-02", "fb-03"));
    assertEquals(2, run("policy", "test", STORY, "--journal", file.toString()));
    assertTrue(err.toString().contains(file + ": line "), err::toString);
    assertEquals(2, run("policy", "test", "no-such-file.yaml"));
  }
}
