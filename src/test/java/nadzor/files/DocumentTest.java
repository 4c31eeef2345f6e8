package nadzor.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final Schema PROFILE = Schema.named("profile");
  private static final String HEAD = "profile: p\nabout: a\nsource: [s]\n";

  private static String complaint(String text) {
    return assertThrows(BadFile.class, () -> Document.parse("p.yaml", text, PROFILE))
        .problems()
        .stream()
        .map(Problem::toString)
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enforce: []\\ncolour: red|p.yaml:5:1: found unknown key 'colour', expected one of profile,",
        "enforce:\\n  - {on: dns, measure: block, action: {rcode: nodata}}|p.yaml:5:10: enforce[0].on:",
        "enforce:\\n  - {measure: block, action: {rcode: nodata}}|p.yaml:5:5: enforce[0]: found no 'on'",
        "enforce: 3|p.yaml:4:10: enforce: found 3, expected",
        "enforce: [|p.yaml:4",
        "enforce: []\\nenforce: []|p.yaml:5",
        "\\tenforce: []|p.yaml:4:1"
      })
  void complaintsNameThePlace(String tail, String expected) {
    String text = HEAD + tail.replace("\\n", "\n").replace("\\t", "\t");
    String said = complaint(text);
    assertTrue(said.startsWith(expected), said);
  }

  @Test
  void everyProblemIsTold() {
    assertEquals(
        3, complaint("a: 1\nb: 2\nprofile: p\nabout: a\nsource: []\nenforce: []").lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---", "just text", "- a\n- b"})
  void whatIsNoObjectIsRefused(String text) {
    assertTrue(complaint(text).startsWith("p.yaml:1:"), complaint(text));
  }

  @Test
  void aMissingFileIsNamed() {
    BadFile bad =
        assertThrows(BadFile.class, () -> Document.read(Path.of("no/such.yaml"), PROFILE));
    assertEquals(
        "no/such.yaml:1:1: found no such file, expected a readable file", bad.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"75 s,75000", "40 ms,40", "1.5 min,90000", "4 h,14400000", "-2h,-7200000"})
  void durations(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), Units.duration(text));
  }

  @ParameterizedTest
  @CsvSource({"650 B/s,650", "128 kbit/s,16000", "1 Mbit/s,125000", "2kB/s,2000"})
  void rates(String text, double bytesPerSecond) {
    assertEquals(bytesPerSecond, Units.rate(text), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"650", "B/s", "-1 B/s", "0 B/s", "1 parsec", ""})
  void whatIsNoRate(String text) {
    assertThrows(IllegalArgumentException.class, () -> Units.rate(text));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "/networks/1/lag,networks[1].lag", "/a~1b,a/b"})
  void paths(String pointer, String path) {
    assertEquals(path, Node.path(pointer));
  }
}
