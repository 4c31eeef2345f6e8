package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code nadzor why} and {@code nadzor check} as processes. */
final class WhyAndCheckProcessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String URL = "https://www.instagram.com/";

  private final Nadzor nadzor = Nadzor.fresh();

  @AfterEach
  void stop() {
    nadzor.close();
  }

  private static void assertTold(Finished ended, String... words) {
    assertEquals(0, ended.exit(), ended::toString);
    assertEquals("", ended.err());
    for (String word : words) {
      assertTrue(ended.out().contains(word), () -> "no '" + word + "' in " + ended);
    }
  }

  @Test
  void whyTellsVerdictRuleDecisionAndCase() {
    Finished ended = nadzor.run("why", URL, "--at", "2022-03-14", "--network", "tspu-2022");
    assertTold(
        ended,
        "network tspu-2022 (profile tspu-2022): restricted",
        "client-hello  reset  by rule block .instagram.com (ig-2022-03-11)",
        "decision ig-2022-03-11: block",
        "case          case-meta",
        "simulation");
  }

  @Test
  void whyTellsTheSameAsJson() {
    Finished ended =
        nadzor.run("why", URL, "--at", "2022-03-14", "--network", "tspu-2022", "--json");
    assertTold(ended);
    JsonNode told = JSON.readTree(ended.out());
    assertEquals("www.instagram.com", told.path("host").asString());
    assertEquals("restricted", told.at("/networks/0/verdict").asString());
    assertEquals("ig-2022-03-11", told.at("/decisions/0/decision").asString());
    assertEquals("case-meta", told.at("/decisions/0/case").asString());
  }

  @Test
  void whyKnowsWhoIsEarly() {
    Finished ended = nadzor.run("why", URL, "--at", "2022-03-13T22:00:00+03:00");
    assertTold(
        ended,
        "network tspu-2022 (profile tspu-2022): restricted",
        "network isp-dns (profile isp-dns): not restricted",
        "network control");
  }

  @Test
  void whyCountsViolations() {
    Finished ended =
        nadzor.run(
            "why", "www.facebook.com", "--at", "2022-03-04", "--network", "isp-dns", "--json");
    assertTold(ended);
    assertEquals(26, JSON.readTree(ended.out()).at("/decisions/0/violations").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why " + URL + " --at 2022-02-30",
        "why ftp://www.instagram.com/ --at 2022-03-14",
        "why " + URL + " --at 2022-03-14 --network nowhere",
      })
  void whyRefusesWhatCannotBe(String words) {
    Finished ended = nadzor.run(words.split(" ", -1));
    assertEquals(2, ended.exit(), ended::toString);
    assertTrue(ended.err().contains("found '"), ended::toString);
    assertTrue(ended.err().contains("expected "), ended::toString);
    assertEquals("", ended.out());
  }

  @Test
  void checkTakesEveryShippedFile() throws IOException {
    List<String> words = new ArrayList<>(List.of("check"));
    try (var files = Files.walk(Path.of("config"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".yaml")).sorted().forEach(words::add);
    }
    Finished ended = nadzor.run(words.toArray(String[]::new));
    assertTold(ended, "scenario meta-2022", "profile tspu-2022", "platform facebook");
    assertEquals(words.size() - 1, ended.out().lines().count(), ended::toString);
  }

  /** Good and bad files in one command: every file is told of, and the code is that of the bad. */
  @Test
  void checkGoesOnBehindABadFile() throws IOException {
    Path bad =
        new BrokenFiles(nadzor.files())
            .edited("scenarios/meta-2022.yaml", "key.yaml", "\nsource:", "\nsauce:");
    Finished ended =
        nadzor.run("check", "none.yaml", bad.toString(), "config/profiles/isp-dns.yaml");
    assertEquals(2, ended.exit(), ended::toString);
    assertTrue(ended.err().startsWith("none.yaml:1:1: found no such file"), ended::toString);
    assertTrue(ended.err().contains(bad + ":"), ended::toString);
    assertTrue(ended.out().contains("profile isp-dns"), ended::toString);
  }
}
