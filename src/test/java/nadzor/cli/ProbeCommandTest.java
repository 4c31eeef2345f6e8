package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProbeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... words) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("probe"));
    all.addAll(List.of(words));
    return command.execute(all.toArray(String[]::new));
  }

  private int measure(String report, String... words) {
    List<String> all = new ArrayList<>(List.of("--report", folder.resolve(report).toString()));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private String file(String report, String name) throws IOException {
    return Files.readString(folder.resolve(report).resolve(name));
  }

  @Test
  void listsEveryTechnique() {
    assertEquals(ExitCode.OK, run("--list-techniques"));
    for (Technique technique : Techniques.all()) {
      assertTrue(out.toString().contains("\n" + technique.name() + " "), technique.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--technique|magic|--list-techniques",
        "--profile|moon|tspu-2022",
        "--site|moon|neutral",
        "--repeat|0|at least 1",
        "--scale|0|above 0",
        "--at|yesterday|a date that exists",
        "--catalogue|src/test/java/nadzor/cli|a catalogue",
      })
  void whatCannotBeIsRefusedWithWhatCould(String option, String value, String expected) {
    assertEquals(ExitCode.BAD_INPUT, measure("none", option, value), err.toString());
    assertTrue(err.toString().contains(expected), err.toString());
  }

  @Test
  void aReportThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    assertEquals(ExitCode.NOT_WRITTEN, measure("taken", "--profile", "ladder-1"));
    assertTrue(err.toString().contains("cannot write"), err.toString());
  }

  /** From the first option to the last file, with few techniques. */
  @Test
  void measuresAndWritesTheSameTwice() throws IOException {
    String[] words = {
      "--profile",
      "isp-dns",
      "--profile",
      "tspu-2022",
      "--technique",
      "plain",
      "--technique",
      "dns-over-tls",
      "--technique",
      "split-hello",
      "--seed",
      "5",
      "--repeat",
      "2"
    };
    assertEquals(ExitCode.OK, measure("one", words), err.toString());
    String table =
        """
        block: sensitive.test/object.png  isp-dns       tspu-2022
          plain                           blocked(dns)  blocked(tls)
          dns-over-tls                    ok            blocked(tls)
          split-hello                     blocked(dns)  ok
        """;
    assertTrue(out.toString().contains(table), out.toString());
    String matrix = file("one", "matrix.json");
    assertTrue(matrix.contains("\"action\" : \"reset\""), matrix);
    assertTrue(matrix.contains("\"reason\" : \"survey:1\""), matrix);
    assertTrue(matrix.contains("\"complete\" : true"), matrix);
    assertEquals(24, file("one", "measurements.jsonl").lines().count());
    assertTrue(file("one", "measurements.jsonl").contains("\"data_format_version\":\"0.2.0\""));
    assertTrue(file("one", "timings.json").contains("\"count\" : 2"));
    assertEquals(ExitCode.OK, measure("two", words), err.toString());
    assertEquals(matrix, file("two", "matrix.json"));
  }

  @Test
  void measuresAScenarioAtAnInstant() throws IOException {
    assertEquals(
        ExitCode.OK,
        measure("at", "--at", "2022-03-05", "--technique", "plain", "--json"),
        err.toString());
    assertTrue(out.toString().startsWith("{"), out.toString());
    assertEquals(file("at", "matrix.json"), out.toString());
    assertTrue(out.toString().contains("\"reason\" : \"fb-2022-03-04\""), out.toString());
  }

  @Test
  void holdsACatalogueAgainstTheLaboratory() throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    String text = Files.readString(Path.of("test-data/catalogue/ladder-2.yaml"));
    String profiles = Path.of("config/profiles").toAbsolutePath().toString();
    String whole = text.replace("../../config/profiles", profiles);
    Files.writeString(catalogue.resolve("ladder-2.yaml"), whole);
    String[] words = {"--catalogue", catalogue.toString(), "--technique", "plain"};
    assertEquals(ExitCode.OK, measure("fine", words), out + " " + err);
    assertTrue(out.toString().contains("2 agree"), out.toString());
    Files.writeString(
        catalogue.resolve("ladder-2.yaml"), whole.replace("blocked(tls)", "blocked(dns)"));
    assertEquals(ExitCode.DIFFERS, measure("wrong", words), out + " " + err);
    assertTrue(file("wrong", "catalogue.json").contains("\"differ\" : 2"), out.toString());
  }
}
