package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ImpactCommandTest {
  private static final String DATA = "test-data/impact/";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... words) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> all =
        new ArrayList<>(
            List.of("impact", "--from", DATA + "tco-from.txt", "--to", DATA + "tco-to.txt"));
    all.addAll(List.of(words));
    return command.execute(all.toArray(String[]::new));
  }

  @Test
  void tellsWhatTheUpdateHits() {
    assertEquals(ExitCode.OK, run("--traffic", DATA + "queries.csv"), err.toString());
    String text = out.toString();
    assertTrue(text.contains("throttle") || text.contains("block *t.co*"), text);
    assertTrue(text.matches("(?s).*newly-restricted +4 .*"), text);
    assertTrue(text.contains("www.reddit.com"), text);
  }

  /** A list that is named by the number of a version is that version. */
  @Test
  void aStoredVersionIsReplayedLikeAFile() {
    assertEquals(ExitCode.OK, run("--traffic", DATA + "queries.csv"), err.toString());
    String files = judged();
    String lists = folder.resolve("lists").toString();
    assertEquals(0, other("list", "build", "--lists", lists, DATA + "tco-from.txt"));
    String[] words = {
      "impact", "--from", "1", "--to", DATA + "tco-to.txt", "--lists", lists, "--traffic"
    };
    assertEquals(ExitCode.OK, other(words, DATA + "queries.csv"), err.toString());
    assertTrue(out.toString().contains("from  version 1  4 rules"), out.toString());
    assertEquals(files, judged());
    words[2] = "2";
    assertEquals(ExitCode.BAD_INPUT, other(words, DATA + "queries.csv"));
    assertTrue(err.toString().contains("found list version 2, expected one of 1 to 1"), "" + err);
  }

  /** What does not differ from run to run. */
  private String judged() {
    String text = out.toString();
    return text.substring(text.indexOf("requests for"), text.indexOf("by clients"));
  }

  private int other(String[] words, String last) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return other(all);
  }

  private int other(String... words) {
    out.getBuffer().setLength(0);
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(words);
  }

  @Test
  void tellsTheChangeByHourOfAZone() {
    int code =
        run("--traffic", DATA + "bind.log", DATA + "unbound.log", "--per", "--zone", "+03:00");
    assertEquals(ExitCode.OK, code, err.toString());
    String text = out.toString();
    assertTrue(text.contains("by hour (1)"), text);
    assertTrue(text.matches("(?s).*2021-03-10T10:00\\+03:00 +2 +0 +0 +2\n.*"), text);
    assertTrue(text.matches("(?s).*without a time +0 +0 +0 +2\n.*"), text);
    assertTrue(text.matches("(?s).*time unreadable +0 +0 +0 +1\n.*"), text);
  }

  @Test
  void aStretchLeavesOutTheRest() {
    int code =
        run(
            "--traffic",
            DATA + "queries.csv",
            "--since",
            "2021-03-10T07:00:01Z",
            "--until",
            "2021-03-10T10:00:02+03:00");
    assertEquals(ExitCode.OK, code, err.toString());
    assertTrue(out.toString().contains("2 requests for 1 names were judged"), out.toString());
    assertTrue(out.toString().contains("outside of the stretch"), out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--since|yesterday|--since: found 'yesterday'",
        "--until|2021-03-10|--until: found '2021-03-10'",
        "--per|week|--per: found period 'week'",
        "--zone|+03:00|--zone: found '+03:00' alone",
        "--since|2031-01-01T00:00:00Z|no request from 2031-01-01T00:00:00Z",
      })
  void whatIsNoTimeIsRefused(String option, String value, String expected) {
    assertEquals(2, run("--traffic", DATA + "queries.csv", option, value));
    assertTrue(err.toString().contains(expected), err.toString());
  }

  @Test
  void saysThatNothingCanChange() throws IOException {
    Path copy = Files.copy(Path.of(DATA + "tco-to.txt"), folder.resolve("copy.txt"));
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String log = DATA + "queries.csv";
    int code =
        command.execute(
            "impact", "--from", DATA + "tco-to.txt", "--to", copy.toString(), "--traffic", log);
    assertEquals(ExitCode.OK, code, err.toString());
    assertTrue(out.toString().contains("note: Both lists order the same"), out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-new-names|1|1",
        "--max-new-names|2|0",
        "--max-share|0.9|0",
        "--max-share|1%|1",
        "--controls|test-data/impact/controls.txt|1",
      })
  void whatIsOverTheLimitIsTheExitCode(String option, String value, int code) {
    assertEquals(code, run("--traffic", DATA + "queries.csv", option, value), err.toString());
    assertEquals(code == 1, out.toString().contains("OVER THE LIMIT"), out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-share|2|0 to 1",
        "--column|name|as in name=qname",
        "--column|color=red|expected one of name",
        "--format|moon|expected one of csv",
        "--profile|moon|expected one of",
        "--controls|test-data/impact/bind.log|controls",
        "--traffic|no-such-file|no-such-file",
        "--traffic|test-data/impact|test-data/impact",
        "--to|test-data/impact/queries.csv|queries.csv:2",
        "--memory|1|100 or more",
        "--top|0|a row",
      })
  void badInputIsRefused(String option, String value, String expected) {
    String traffic = option.equals("--traffic") ? value : DATA + "queries.csv";
    List<String> words = new ArrayList<>(List.of("--traffic", traffic));
    if (!option.equals("--traffic") && !option.equals("--to")) {
      words.addAll(List.of(option, value));
    }
    int code =
        option.equals("--to")
            ? Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("impact", "--from", value, "--to", value, "--traffic", traffic)
            : run(words.toArray(String[]::new));
    assertEquals(ExitCode.BAD_INPUT, code, out.toString());
    boolean told = err.toString().contains(expected) || option.equals("--controls");
    assertTrue(told && !err.toString().contains("\tat "), err.toString());
  }

  @Test
  void writesAReport() throws IOException {
    Path report = folder.resolve("a/b");
    int code =
        run(
            "--traffic",
            DATA + "bind.log",
            "--profile",
            "twitter-2021",
            "--report",
            report.toString(),
            "--measure",
            "throttle",
            "--json");
    assertEquals(ExitCode.OK, code, err.toString());
    assertTrue(out.toString().contains("\"view\" : \"twitter-2021\""), out.toString());
    assertEquals(out.toString().strip(), Files.readString(report.resolve("impact.json")).strip());
    assertTrue(Files.readString(report.resolve("report.html")).contains("www.reddit.com"));
    assertTrue(Files.readString(report.resolve("impact.csv")).contains("twitter-2021,total,"));
  }

  @Test
  void aReportThatCannotBeWrittenIsTold() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    int code = run("--traffic", DATA + "bind.log", "--report", taken.toString());
    assertEquals(ExitCode.NOT_WRITTEN, code, err.toString());
    assertTrue(err.toString().contains("cannot write"), err.toString());
  }
}
