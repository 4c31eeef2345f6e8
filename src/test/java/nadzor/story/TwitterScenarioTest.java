package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The throttling of Twitter with {@code *t.co*}: what is foretold of each list, and what comes. */
class TwitterScenarioTest {
  private static final Path TWITTER = Path.of("config/scenarios/tco-2021.yaml");

  @TempDir Path directory;

  @Test
  void comesOutAsItExpects() throws IOException {
    StoryResult result = Playing.of(new ScenarioReader().read(TWITTER), directory).result();
    assertEquals(List.of(), result.differences());
    assertTrue(result.complete());
    assertEquals(4 * 8 * 6 * 2, result.steps().stream().mapToInt(s -> s.cells().size()).sum());
  }

  /** What is foretold is told by the lists themselves: nothing has to be started. */
  @Test
  void allThatIsForetoldIsExpected() throws IOException {
    assertEquals(List.of(), differences(Files.readString(TWITTER)));
  }

  @ParameterizedTest
  @CsvSource({
    "hits: 3,hits: 2,expected before step shipped: lint: mask of *t.co*",
    "'rt.com]',']',not expected before step shipped: newly restricted: rt.com",
    "newly-free: [throttletwitter.com],newly-free: [],not expected before step exact",
  })
  void aDifferenceIsTold(String old, String other, String told) throws IOException {
    String text = Files.readString(TWITTER).replaceFirst(Pattern.quote(old), other);
    List<String> differences = differences(text);
    assertTrue(differences.stream().anyMatch(line -> line.contains(told)), differences.toString());
  }

  private static List<String> differences(String text) {
    Scenario scenario = new ScenarioReader().parse(TWITTER, text);
    return scenario.expected().updates().stream()
        .flatMap(
            update ->
                new UpdateComparison(update, new Foresight(scenario).of(update))
                    .differences().stream())
        .toList();
  }
}
