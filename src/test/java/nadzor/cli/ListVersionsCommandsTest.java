package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a list by its commands: good and bad input, exit codes, JSON. */
class ListVersionsCommandsTest extends ListCommandCase {
  private static final Path GOLDEN = Path.of("test-data/lists/versions");

  private void assertGolden(String name) throws IOException {
    Path golden = GOLDEN.resolve(name);
    assertEquals(Files.readString(golden), steady(out.toString()), name);
  }

  @Test
  void versionsAreBuiltShownAndCompared() throws IOException {
    String first = file("first.txt", "a.test", "*.b.test", "*tube*", "192.0.2.0/24", "a..b.test");
    assertEquals(0, list("build", first, "--by", "ann", "--note", "one", "--json"), this::all);
    assertGolden("build.json");
    assertTrue(err.toString().contains("first.txt:5:"), all());
    String second = file("second.txt", "c.test", "a.test", "*.b.test", "*tube*");
    assertEquals(0, list("build", second, "--by", "ben", "--json"), this::all);
    assertEquals(0, list("activate", "2", "--by", "ben"), this::all);
    assertEquals(0, list("versions", "--json"), this::all);
    assertGolden("versions.json");
    assertEquals(0, list("show", "2", "--json"), this::all);
    JsonNode shown = JsonMapper.shared().readTree(out.toString());
    assertEquals(3, shown.at("/kinds/names").asInt());
    assertEquals(1, shown.at("/kinds/masks").asInt());
    assertEquals(0, list("diff", "1", "2", "--json"), this::all);
    assertGolden("diff.json");
    assertEquals(0, list("diff", "1", "2", "--csv"), this::all);
    assertGolden("diff.csv");
    assertEquals(0, list("diff", "1", "2"), this::all);
    assertTrue(out.toString().contains("+ block c.test\n"), all());
    assertTrue(out.toString().contains("- block 192.0.2.0/24\n"), all());
    assertTrue(
        out.toString()
            .contains(
                "of these reasons 3 differ by the list's name alone: first.txt is second.txt"),
        all());
    assertEquals(0, list("versions"), this::all);
    assertTrue(out.toString().contains("*      2"), all());
  }

  @Test
  void theSameAgainIsNoNewVersion() throws IOException {
    built(names(0, 10));
    assertEquals(0, list("build", folder.resolve("given.txt").toString()), this::all);
    assertTrue(out.toString().contains("unchanged since version 1"), all());
  }

  /** What looks like an accident is refused with the reason, and kept when that is really meant. */
  @ParameterizedTest
  @CsvSource({
    "0, 80, it shrank by 20.0 %",
    "0, 126, it grew by 26.0 %",
    "30, 130, what came and went is 60.0 %",
    "0, 0, it has no rules"
  })
  void accidentsAreRefused(int from, int to, String why) throws IOException {
    built(names(0, 100));
    String next = file("next.txt", names(from, to));
    assertEquals(1, list("build", next, "--from", "plain"), this::all);
    assertTrue(out.toString().contains("objection: " + why), all());
    assertEquals(2, list("show", "2"), "nothing was kept");
    assertEquals(0, list("build", next, "--from", "plain", "--yes-really"), this::all);
    assertEquals(0, list("show", "2"), this::all);
  }

  @Test
  void anEmptyFirstVersionIsAnAccidentToo() throws IOException {
    assertEquals(1, list("build", file("e.txt", "# nothing"), "--from", "plain"), this::all);
  }

  @Test
  void activationAndRollback() throws IOException {
    built(names(0, 100));
    built(names(0, 103));
    built(names(0, 20));
    assertEquals(2, list("rollback"), "nothing to go back to");
    assertEquals(0, list("activate", "1"), this::all);
    assertEquals(0, list("activate", "2"), this::all);
    assertEquals(1, list("activate", "3"), "it shrinks");
    assertTrue(out.toString().contains("objection: it shrank by"), all());
    assertEquals(0, list("activate", "3", "--yes-really"), this::all);
    assertEquals(0, list("rollback"), this::all);
    assertEquals("version 2 is in force again", out.toString().strip());
    assertEquals(0, list("rollback"), this::all);
    assertEquals(0, list("rollback"), this::all);
    assertEquals("no version is in force any more", out.toString().strip());
    assertEquals(2, list("rollback"), "nothing to take back");
  }

  @ParameterizedTest
  @CsvSource({
    "show, 9, 'found list version 9, expected one of 1 to 1'",
    "activate, 9, 'found list version 9'",
    "lint, 9, 'found list version 9'",
    "lint, no-such.txt, 'no such file'",
    "build, no-such.txt, 'no such file'",
    "show, x, 'Invalid value'"
  })
  void whatIsNotThereIsSaid(String command, String what, String said) throws IOException {
    built(names(0, 10));
    assertEquals(2, list(command, what), this::all);
    assertTrue(all().contains(said), all());
  }

  @Test
  void aBrokenVersionIsRefusedByItsFile() throws IOException {
    built(names(0, 100));
    built(names(200, 300));
    assertEquals(0, list("activate", "1"), this::all);
    Path file = folder.resolve("lists/000002.nbl");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    for (String command : new String[] {"show", "activate", "export"}) {
      String[] words =
          command.equals("export")
              ? new String[] {command, "2", "--to", "plain"}
              : new String[] {command, "2"};
      assertEquals(2, list(words), command);
      assertTrue(err.toString().contains("000002.nbl"), all());
      assertTrue(err.toString().contains("by: nadzor list build "), all());
    }
    assertEquals(0, list("versions", "--json"));
    assertTrue(JsonMapper.shared().readTree(out.toString()).at("/0/inForce").asBoolean(), all());
  }

  @ParameterizedTest
  @CsvSource({
    "*t.co*, error, 1",
    "*t.co*, note, 1",
    "quiet-name-here.test, note, 0",
    "com, error, 0",
    "com, warning, 1"
  })
  void lintTellsByItsExitCode(String entry, String failOn, int code) throws IOException {
    String name = file("lint.txt", entry);
    assertEquals(code, list("lint", name, "--from", "plain", "--fail-on", failOn), this::all);
  }

  @Test
  void lintFindsWhatNoProfileCanDo() throws IOException {
    String name = file("lint.txt", "quiet-name-here.test", "http://quiet-name-here.test/x");
    String[] words = {
      "lint", name, "--from", "plain", "--fail-on", "warning", "--json", "--profile", "isp-dns"
    };
    int code = list(words);
    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertTrue(report.at("/byCheck").propertyNames().contains("not-enforceable"), all());
    assertEquals(1, report.at("/byCheck/not-enforceable").asInt(), all());
    assertEquals(2, report.at("/findings/0/line").asInt(), all());
    assertEquals(1, code);
    assertEquals(2, list("lint", name, "--profile", "no-such"));
    assertTrue(err.toString().contains("expected one of"), all());
  }

  @Test
  void popularNamesCanBeGiven() throws IOException {
    String name = file("lint.txt", "*quiet-name*");
    String popular = file("popular.txt", "my-quiet-name.test", "other.test");
    assertEquals(0, list("lint", name, "--from", "plain", "--fail-on", "warning"), this::all);
    assertEquals(
        1,
        list("lint", name, "--from", "plain", "--popular", popular, "--fail-on", "warning"),
        this::all);
  }

  @Test
  void anExportIsReadAgainAsTheSame() throws IOException {
    built("b.test", "*.a.test", "*tube*", "192.0.2.0/24", "http://c.test/x");
    String target = folder.resolve("out.jsonl").toString();
    assertEquals(0, list("export", "1", "--to", "json-lines", "-o", target), this::all);
    assertEquals(0, list("build", target, "--yes-really"), this::all);
    assertEquals(0, list("export", "1", "--to", "hosts", "-o", target), this::all);
    String hosts =
        Files.readAllLines(Path.of(target)).stream()
            .filter(line -> line.contains("test"))
            .collect(Collectors.joining("|"));
    assertTrue(hosts.endsWith("b.test"), hosts);
    assertFalse(hosts.contains("tube"), hosts);
    assertTrue(err.toString().contains("dropped"), all());
    String missing = folder.resolve("none/out").toString();
    assertEquals(4, list("export", "1", "--to", "plain", "-o", missing), this::all);
    assertEquals(2, list("export", "1", "--to", "adblock"), "which is only read");
  }

  @ParameterizedTest
  @CsvSource({"0%", "101%", "x", "-1"})
  void sharesAreShares(String share) throws IOException {
    built(names(0, 10));
    assertEquals(2, list("activate", "1", "--canary=" + share, "--api", "http://127.0.0.1:9/"));
    assertTrue(err.toString().contains("expected a share"), all());
  }

  private static String dump(String updated, String... contents) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<reg:register xmlns:reg=\"http://rsoc.ru\""
        + " updateTime=\""
        + updated
        + "\" formatVersion=\"2.4\">\n"
        + String.join("\n", contents)
        + "\n</reg:register>";
  }

  private static String content(int id, String included, String domain) {
    return """
        <content id="%d" includeTime="%s" entryType="3" blockType="domain" hash="AA">
        <decision date="2022-03-01" number="n-%d" org="ORG"/>
        <domain>%s</domain></content>"""
        .formatted(id, included, id, domain);
  }

  /** What a list still has and the register no longer, and what it has too early. */
  @Test
  void lintKnowsWhatTheRegisterHas() throws IOException {
    String old =
        file(
            "old.xml",
            dump(
                "2022-03-01T00:00:00+03:00",
                content(1, "2022-01-01T00:00:00", "stays.test"),
                content(2, "2022-01-01T00:00:00", "gone.test"),
                content(3, "2999-01-01T00:00:00", "early.test")));
    String now =
        file(
            "now.xml",
            dump(
                "2022-03-05T00:00:00+03:00",
                content(1, "2022-01-01T00:00:00", "stays.test"),
                content(3, "2999-01-01T00:00:00", "early.test")));
    assertEquals(0, list("lint", old), this::all);
    assertTrue(out.toString().contains("early.test (old.xml:11): old.xml:11 holds from"), all());
    assertEquals(1, list("lint", old, "--register", now), this::all);
    assertTrue(
        out.toString().contains("gone.test (old.xml:8): old.xml:8 ended at 2022-03-04T21"), all());
    assertFalse(out.toString().contains("stays.test"), all());
    assertEquals(2, list("lint", old, "--register", file("plain.txt", "a.test")), this::all);
    assertTrue(err.toString().contains("without decisions"), all());
    built("a.test");
    assertEquals(2, list("lint", "1", "--register", now), this::all);
    assertTrue(err.toString().contains("expected a file"), all());
  }

  /** Who lives at a listed address, and whose a range is. */
  @Test
  void lintKnowsWhoSharesAnAddress() throws IOException {
    String name = file("addresses.txt", "192.0.2.7", "198.51.100.0/25", "listed.test");
    assertEquals(0, list("lint", name), this::all);
    String shared =
        file(
            "hosts",
            "# seen on monday",
            "192.0.2.7\tlisted.test  other.test",
            "198.51.100.0/26 Example hosting",
            "198.51.100.64/26 Another");
    assertEquals(1, list("lint", name, "--shared", shared), this::all);
    assertTrue(out.toString().contains("shared-address: block 192.0.2.7"), all());
    assertTrue(out.toString().contains("other.test"), all());
    assertTrue(out.toString().contains("Example hosting"), all());
    assertEquals(2, list("lint", name, "--shared", file("bad", "a.test 192.0.2.7")), this::all);
    assertTrue(err.toString().contains("bad:1: found 'a.test 192.0.2.7'"), all());
  }

  @Test
  void filterListsOfOneBuildAreOneList() throws IOException {
    String first = file("first.txt", "||n.a.test^", "||b.test^");
    String second = file("second.txt", "||c.test^", "||d.test^");
    String third = file("third.txt", "@@||a.test^", "@@||c.test^$important");
    assertEquals(0, list("build", first, second, third), this::all);
    assertEquals(0, list("diff", "1", "1", "--json"), this::all);
    assertEquals(4, JsonMapper.shared().readTree(out.toString()).path("after").asInt(), all());
  }

  @Test
  void aDryRunOfABuildKeepsNothing() throws IOException {
    String name = file("tried.txt", names(0, 5));
    assertEquals(0, list("build", name, "--dry-run"), this::all);
    assertTrue(out.toString().contains("would be built: 5 rules, +5 -0 ~0"), all());
    assertEquals(0, list("versions", "--json"), this::all);
    assertEquals("[ ]", out.toString().strip());
  }
}
