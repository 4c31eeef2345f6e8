package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the commands say to bad files: one clear message for one mistake, with its place; code 2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadFileProcessTest {
  private static final String SCENARIO = "scenarios/meta-2022.yaml";
  private static final String DNS = "profiles/isp-dns.yaml";
  private static final String TSPU = "profiles/tspu-2022.yaml";
  private static final String FACEBOOK = "platforms/facebook.yaml";
  private static final String ORDERED = "decision: ig-2022-03-11\n    case: case-meta\n";

  /**
   * One mistake.
   *
   * @param file the shipped file that it is made in
   * @param text what is changed
   * @param changed what it becomes
   * @param at what the message must point at
   * @param told what the message must hold
   */
  record Mistake(String file, String text, String changed, String at, String told) {
    @Override
    public String toString() {
      return file + ": " + told;
    }
  }

  static List<Mistake> mistakes() {
    return List.of(
        new Mistake(SCENARIO, "about: Nothing is", "abuot: Nothing is", "abuot", "key 'abuot'"),
        new Mistake(SCENARIO, "\"2022-02-27\"", "\"2022-02-30\"", "\"2022-02-30\"", "that exists"),
        new Mistake(SCENARIO, "T16:00:00", "T25:00:00", "\"2022-02-24T25", "T25:00:00"),
        new Mistake(
            SCENARIO, ORDERED, "decision: ig-2022-03-11\n", "decision: ig-2022", "key 'case'"),
        new Mistake(
            SCENARIO,
            ORDERED,
            ORDERED.replace("case-meta", "case-none"),
            "decision: ig-2022",
            "'case-none', expected a known case"),
        new Mistake(SCENARIO, "measure: throttle", "measure: annoy", "annoy", "\"annoy\""),
        new Mistake(SCENARIO, "203.0.113.10", "8.8.8.8", "{host: facebook.com", "8.8.8.8"),
        new Mistake(SCENARIO, "lag: 30 min", "lag: 30 mins", "30 mins", "a duration"),
        new Mistake(SCENARIO, "\nseed: 2022", "\nseed: x2022", "x2022", "x2022"),
        new Mistake(SCENARIO, "networks:\n", "networks: {\n", "- {network: tspu", "YAML"),
        new Mistake(DNS, "forge: {to", "frogs: {to", "frogs", "'frogs'"),
        new Mistake(TSPU, "rate: 650 B/s", "rate: 650 parrots", "650 parrots", "650 parrots"),
        new Mistake(FACEBOOK, "role: api", "role: spy", "spy", "\"spy\""));
  }

  private final Nadzor nadzor = Nadzor.fresh();
  private final Map<Mistake, Path> files = new HashMap<>();
  private Finished checked = new Finished("", 0, "", "");

  /** One process for all: a JVM for each would take most of the time. */
  @BeforeAll
  void check() throws IOException {
    BrokenFiles broken = new BrokenFiles(nadzor.files());
    List<String> words = new ArrayList<>(List.of("check"));
    for (Mistake wrong : mistakes()) {
      String name = "bad-" + files.size() + ".yaml";
      Path file = broken.edited(wrong.file(), name, wrong.text(), wrong.changed());
      files.put(wrong, file);
      words.add(file.toString());
    }
    checked = nadzor.run(words.toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    nadzor.close();
  }

  @Test
  void theCodeIsThatOfBadInput() {
    assertEquals(2, checked.exit(), checked::toString);
    assertEquals("", checked.out());
    assertEquals(List.of(), nadzor.left());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAtItsPlace(Mistake wrong) throws IOException {
    Path file = files.getOrDefault(wrong, nadzor.files());
    String place = BrokenFiles.place(file, wrong.at()) + ": ";
    List<String> lines = checked.err().lines().filter(line -> line.startsWith(place)).toList();
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(wrong.told())),
        () -> "no '" + wrong.told() + "' at " + place + "\n" + checked);
  }

  /** A second line, or a second "found", sends the reader to a place where nothing is wrong. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsOneClearMessage(Mistake wrong) {
    String file = files.getOrDefault(wrong, nadzor.files()) + ":";
    List<String> lines = checked.err().lines().filter(line -> line.startsWith(file)).toList();
    assertEquals(1, lines.size(), () -> String.join("\n", lines));
    assertClear(lines.get(0));
  }

  private static void assertClear(String line) {
    String told = line.replaceFirst("^\\S+:\\d+:\\d+: ", "");
    assertTrue(told.matches("(\\S+: )?found .+, expected .+"), line);
    assertEquals(2, told.split("\\bfound\\b", -1).length, line);
    assertEquals(2, told.split("\\bexpected\\b", -1).length, line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just: this\n", "- a\n", "scenario: a\nprofile: b\n"})
  void whatIsNoneOfTheKindsIsRefused(String text) throws IOException {
    Path bad = BrokenFiles.written(nadzor.files().resolve("bad.yaml"), text);
    Finished ended = nadzor.run("check", bad.toString());
    assertEquals(2, ended.exit(), ended::toString);
    assertTrue(ended.err().startsWith(bad + ":1:1: "), ended::toString);
    assertClear(ended.err().strip());
  }

  /** Whatever the command, a file is read before anything is started. */
  @ParameterizedTest
  @ValueSource(strings = {"demo", "up --at 2022-03-04", "why vk.com --at 2022-03-04"})
  void everyCommandRefusesABadScenario(String words) throws IOException {
    Path bad =
        new BrokenFiles(nadzor.files().resolve(words.substring(0, 2)))
            .edited(SCENARIO, "bad.yaml", "\nseed: 2022", "\nseed: x2022");
    Finished ended = nadzor.run((words + " --scenario " + bad).split(" ", -1));
    assertEquals(2, ended.exit(), ended::toString);
    assertTrue(ended.err().startsWith(BrokenFiles.place(bad, "x2022") + ": "), ended::toString);
    assertEquals("", ended.out());
    assertEquals(List.of(), nadzor.left());
  }
}
