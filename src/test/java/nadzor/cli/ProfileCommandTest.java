package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProfileCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(words);
  }

  @Test
  void listsEveryShippedProfile() throws IOException {
    assertEquals(ExitCode.OK, run("profile", "list"));
    try (var files = Files.list(Path.of("config/profiles"))) {
      files.forEach(
          file -> {
            String name = file.getFileName().toString().replace(".yaml", "");
            assertTrue(out.toString().contains("\n" + name + " "), name);
          });
    }
  }

  @Test
  void listsForPrograms() {
    assertEquals(ExitCode.OK, run("profile", "list", "--json"));
    assertTrue(out.toString().startsWith("["), out.toString());
    assertTrue(out.toString().contains("\"profile\" : \"twitter-2021\""), out.toString());
  }

  @Test
  void showsWhatAProfileDoesAndWhereThatIsFrom() {
    assertEquals(ExitCode.OK, run("profile", "show", "tspu-2025"));
    String text = out.toString().replaceAll("\\s+", " ");
    assertTrue(text.contains("unverified extracts only"), text);
    assertTrue(text.contains("after-octets: 16384"), text);
    assertTrue(text.contains("or the TLS records of one segment, not both"), text);
    assertTrue(text.contains("Initials decrypted, hello from the frames"), text);
  }

  @Test
  void showsOneForPrograms() {
    assertEquals(ExitCode.OK, run("profile", "show", "twitter-2021", "--json"));
    var shown = tools.jackson.databind.json.JsonMapper.shared().readTree(out.toString());
    assertEquals("twitter-2021", shown.path("profile").asString());
    assertTrue(shown.path("lines").size() > 0, out.toString());
    assertTrue(shown.path("lines").get(0).asString().contains("throttle"), out.toString());
    assertTrue(shown.path("file").asString().endsWith("twitter-2021.yaml"), out.toString());
  }

  @Test
  void namesTheProfilesThereAreWhereOneIsNot() {
    assertEquals(ExitCode.BAD_INPUT, run("profile", "show", "nope"));
    assertTrue(err.toString().contains("'nope'"), err.toString());
    assertTrue(err.toString().contains("tspu-2022"), err.toString());
  }

  @Test
  void checksEachFileAndGoesOn(@TempDir Path folder) throws IOException {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(
        bad,
        """
        profile: bad
        about: A profile.
        source: [made up]
        enforce:
          - {on: client-hello, measure: block, action: truncate}
        """);
    int code = run("profile", "check", bad.toString(), "config/profiles/isp-dns.yaml");
    assertEquals(ExitCode.BAD_INPUT, code);
    assertTrue(err.toString().contains("bad.yaml:5:"), err.toString());
    assertTrue(out.toString().contains("isp-dns.yaml: good, 1 line"), out.toString());
  }
}
