package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code nadzor demo} as a process that is interrupted: what was measured is kept. */
final class DemoProcessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration START = Duration.ofSeconds(60);

  /** Between 10 and 99 per cent of a step. */
  private static final Pattern PROBING = Pattern.compile("probing\\s+[1-9]\\d%");

  private final Nadzor nadzor = Nadzor.fresh();

  @AfterEach
  void stop() {
    nadzor.close();
  }

  @Test
  void anInterruptedStepIsKeptAndMarked() throws IOException {
    Path report = nadzor.files().resolve("report");
    try (Program demo =
        nadzor.startWatched("demo", "--step", "blocked", "--report", report.toString())) {
      Until.holds(START, () -> PROBING.matcher(demo.err()).find() || !demo.isAlive(), demo::err);
      demo.signal("TERM");
      Finished ended = demo.finish(AT_ONCE);
      assertEquals(143, ended.exit(), ended::toString);
      assertTrue(ended.out().contains("Incomplete"), ended::toString);
    }
    JsonNode matrix = JSON.readTree(report.resolve("matrix.json").toFile());
    assertFalse(matrix.path("complete").asBoolean(), matrix::toString);
    assertEquals(1, matrix.path("steps").size());
    assertFalse(matrix.at("/steps/0/complete").asBoolean());
    assertFalse(lines(report.resolve("measurements.jsonl")).isEmpty());
    assertFalse(lines(report.resolve("events.jsonl")).isEmpty());
    String page = Files.readString(report.resolve("report.html"));
    assertTrue(page.contains("Incomplete run.") && page.contains("</html>"), "report.html");
    assertEquals(4, Directory.listing(report).size());
    assertEquals(List.of(), nadzor.left());
  }

  /** Every line is whole. */
  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      read.add(JSON.readTree(line));
    }
    return read;
  }

  @Test
  void aFolderThatIsNoReportIsLeftAlone() throws IOException {
    Path precious = Files.writeString(nadzor.files().resolve("precious.txt"), "keep");
    Finished ended = nadzor.run("demo", "--report", nadzor.files().toString());
    assertTrue(ended.exit() == 2 || ended.exit() == 4, ended::toString);
    assertTrue(ended.err().contains(nadzor.files().toString()), ended::toString);
    assertEquals("keep", Files.readString(precious));
    assertEquals(List.of(precious.toString()), Directory.listing(nadzor.files()));
    assertEquals(List.of(), nadzor.left());
  }
}
