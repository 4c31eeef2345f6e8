package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListConvertCommandTest {
  private static final String LISTS = "test-data/lists/";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int convert(String... words) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(Stream.of("list", "convert"), Stream.of(words)).toArray(String[]::new));
  }

  private String target() {
    return folder.resolve("out").toString();
  }

  private String written() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  @Test
  void aRegisterBecomesAPolicyZone() throws IOException {
    int code = convert(LISTS + "register.xml", "--to", "rpz", "-o", target());
    assertEquals(ExitCode.OK, code, err::toString);
    assertTrue(
        written().contains("\nwww.facebook.com CNAME .\n*.instagram.com CNAME .\n"), written());
    assertFalse(written().contains("192.0.2.1"), "it stands beside");
    assertTrue(err.toString().contains("register.xml:7:7: dropped (not-ordered)"), err.toString());
    assertTrue(err.toString().contains("15 items read, "), err.toString());
  }

  @Test
  void severalFilesBecomeOneList() throws IOException {
    int code = convert(LISTS + "plain.txt", LISTS + "hosts", "--to", "plain", "-o", target());
    assertEquals(ExitCode.OK, code, err::toString);
    assertTrue(written().startsWith("facebook.com\n"), written());
    assertTrue(written().endsWith("six.test\n"), written());
  }

  @Test
  void whatIsRefusedIsSaidAndTheRestGoesOn() throws IOException {
    assertEquals(ExitCode.DIFFERS, convert(LISTS + "dirty.csv", "--to", "plain", "-o", target()));
    assertTrue(err.toString().contains("dirty.csv:20:24: found 5 columns"), err.toString());
    assertTrue(err.toString().contains(" repaired trailing-dot\n"), err.toString());
    assertTrue(written().startsWith("scheme.test\n"), written());
  }

  @Test
  void strictStopsAndLeavesTheOldListAlone() throws IOException {
    Files.writeString(folder.resolve("out"), "old.test\n");
    int code = convert(LISTS + "dirty.csv", "--to", "plain", "-o", target(), "--strict");
    assertEquals(ExitCode.BAD_INPUT, code);
    assertEquals("old.test\n", written());
    assertTrue(
        err.toString().contains("nadzor: test-data/lists/dirty.csv:15:19: found"), err.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "something is left behind");
    }
  }

  @Test
  void theReportForProgramsHasEverything() {
    convert(LISTS + "dirty.csv", "--to", "plain", "-o", target(), "--report", "json");
    JsonNode report = JsonMapper.builder().build().readTree(err.toString());
    assertEquals(16, report.path("items").asInt());
    assertEquals(
        7,
        report.path("counts").properties().stream()
            .filter(count -> count.getKey().startsWith("refused"))
            .mapToInt(count -> count.getValue().asInt())
            .sum());
    JsonNode first = report.path("remarks").get(0);
    assertEquals("scheme", first.path("rule").asString());
    assertEquals(2, first.path("line").asInt());
    assertEquals("http://scheme.test", first.path("found").asString());
    assertEquals("scheme.test", first.path("became").asString());
  }

  @Test
  void aReportOnABadListIsWholeToo() {
    int code = convert("no-such-file", "--to", "plain", "-o", target(), "--report", "json");
    assertEquals(ExitCode.BAD_INPUT, code);
    JsonNode report = JsonMapper.builder().build().readTree(err.toString());
    assertTrue(report.path("error").asString().contains("found no such file"), err.toString());
  }

  @Test
  void formatsThatAreNotThereAreNamed() {
    assertEquals(ExitCode.BAD_INPUT, convert(LISTS + "hosts", "--to", "xls"));
    assertTrue(
        err.toString().contains("expected one of register-xml, register-csv"), err.toString());
    assertEquals(ExitCode.BAD_INPUT, convert(LISTS + "hosts", "--to", "adblock"));
    assertTrue(err.toString().contains("which is only read"), err.toString());
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    String nowhere = folder.resolve("none/out").toString();
    assertEquals(ExitCode.NOT_WRITTEN, convert(LISTS + "hosts", "--to", "plain", "-o", nowhere));
    assertTrue(err.toString().contains("cannot write " + nowhere), err.toString());
  }
}
