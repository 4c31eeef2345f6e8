package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nadzor.files.BadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The references of files that people edit have every word of the schemas, where it belongs. */
class ReferenceTest {
  private static final Path EXAMPLE = Path.of("scenarios", "example.yaml");
  private static final Reference SCENARIOS = Reference.named("scenarios");

  @TempDir Path config;

  @ParameterizedTest
  @CsvSource({
    "profiles,profile,'',100",
    "scenarios,scenario,'',100",
    "scenarios,platform,platform,9"
  })
  void everyWordIsExplained(String document, String schema, String below, int atLeast) {
    Reference reference = Reference.named(document);
    SchemaWords words = SchemaWords.of(schema, below);
    Set<String> all = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    words.each(
        (place, word) -> {
          all.add(word);
          if (!reference.has(place, word)) {
            missing.add(place + " " + word);
          }
        });
    assertTrue(all.size() >= atLeast, all.size() + " words");
    assertEquals(Set.of(), missing, "words that " + document + ".md does not have in their place");
  }

  /**
   * Each key has a row of its own, which says whether it is needed; no row is of something else.
   */
  @Test
  void theTablesOfScenariosHaveExactlyTheKeysOfTheSchemas() {
    Map<String, Boolean> wanted = new TreeMap<>(SchemaWords.of("scenario", "").keys());
    wanted.putAll(SchemaWords.of("platform", "platform").keys());
    Map<String, Boolean> told = SCENARIOS.rows();
    assertEquals(lines(wanted), lines(told));
  }

  private static String lines(Map<String, Boolean> keys) {
    List<String> lines = new ArrayList<>();
    keys.forEach((key, needed) -> lines.add(key + (needed ? " is needed" : " may be absent")));
    return String.join("\n", lines);
  }

  @Test
  void theExampleLoads() throws IOException {
    Scenario scenario = new ScenarioReader().read(example(SCENARIOS.block("scenario: ")));
    assertEquals(1, scenario.derivation().firings().size());
    assertTrue(scenario.journal().latest().lifting("block-1").isPresent());
  }

  @Test
  void whatIsSaidToBeRefusedIsRefusedInTheseWords() throws IOException {
    List<Reference.Refusal> refusals = SCENARIOS.refusals();
    assertTrue(refusals.size() > 2, refusals.size() + " refusals");
    for (Reference.Refusal refusal : refusals) {
      String text = SCENARIOS.block("scenario: ");
      assertTrue(text.contains(refusal.good()), refusal.good());
      Path file = example(text.replace(refusal.good(), refusal.bad()));
      BadFile refused = assertThrows(BadFile.class, () -> new ScenarioReader().read(file));
      assertEquals(
          refusal.message(),
          String.valueOf(refused.getMessage()).replace(file.toString(), "example.yaml"));
    }
  }

  /** Among the shipped profiles, with the platform that the document has beside it. */
  private Path example(String text) throws IOException {
    for (String folder : List.of("scenarios", "platforms", "profiles")) {
      Files.createDirectories(config.resolve(folder));
    }
    try (Stream<Path> shipped = Files.list(Path.of("config", "profiles"))) {
      for (Path one : shipped.toList()) {
        Files.write(config.resolve("profiles").resolve(one.getFileName()), Files.readAllBytes(one));
      }
    }
    String platform = SCENARIOS.block("platform: ");
    Files.writeString(config.resolve(Path.of("platforms", "pictures.yaml")), platform);
    return Files.writeString(config.resolve(EXAMPLE), text);
  }
}
