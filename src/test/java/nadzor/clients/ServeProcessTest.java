package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code nadzor serve} and the commands that talk to it, each a process of its own. */
final class ServeProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DECISION = "fb-2022-02-25";
  private static final String CDN = "https://scontent.xx.fbcdn.net/";

  private final Nadzor nadzor = Nadzor.fresh();

  @AfterEach
  void stop() {
    nadzor.close();
  }

  private Served serve(String... more) {
    Path ready = nadzor.files().resolve("ready.json");
    List<String> words = new java.util.ArrayList<>(List.of("serve", "--port", "0", "--paused"));
    words.addAll(List.of("--at", "2022-02-24T20:59:59Z", "--ready-file", ready.toString()));
    words.addAll(List.of(more));
    return Served.when(nadzor.start(words.toArray(String[]::new)), ready);
  }

  /** Its output, where it ends well. */
  private String told(String... words) {
    Finished ended = nadzor.run(words);
    assertEquals(0, ended.exit(), ended::toString);
    assertEquals("", ended.err());
    return ended.out();
  }

  private static void has(String out, String... words) {
    for (String word : words) {
      assertTrue(out.contains(word), () -> "no '" + word + "' in " + out);
    }
  }

  @Test
  void theStoryIsToldByCommands() {
    String store = nadzor.files().resolve("journal.db").toString();
    try (Served served = serve("--store", store)) {
      has(told("status"), "meta-2022", "paused", "26 in the journal", "sqlite, writable");
      String breach = "facebook --kind media-restricted --source paper";
      has(told(("case record " + breach).split(" ", -1)), "recorded no. 27");
      has(told("clock", "jump", "2022-02-26"), "2022-02-26T20:59:59");
      has(told("case", "proposals", "-o", "csv"), DECISION + ",case-facebook,throttle");
      has(told("decide", DECISION), "tspu-2022");
      has(told("register", "-o", "json"), "\"decision\" : \"" + DECISION + "\"");
      has(tailed(served), "scontent.xx.fbcdn.net", "tspu-2022", DECISION);
      has(told("why", "scontent.xx.fbcdn.net"), "tspu-2022: restricted", DECISION);
      has(told("lift", DECISION, "--why", "appealed"), "recorded no. 30");
      assertFalse(told("register").contains(DECISION));
      has(told("case", "verify"), "true   30");
      assertCarriedOver(store);
    }
  }

  /** What the tail tells of the next restriction; it listens before a client asks. */
  private String tailed(Served served) {
    try (Program tail = nadzor.start("tail", "--count", "1")) {
      while (tail.isAlive()) {
        assertEquals(Curl.OK, served.curl("tspu-2022", CDN), "throttled, not blocked");
      }
      Finished ended = tail.finish(PATIENCE);
      assertEquals(0, ended.exit(), ended::toString);
      return ended.out();
    }
  }

  private void assertCarriedOver(String store) {
    String lines = nadzor.files().resolve("journal.jsonl").toString();
    String other = nadzor.files().resolve("other.db").toString();
    told("case", "export", "--store", store, lines);
    has(told("case", "import", "--store", other, lines), "30 records");
    assertEquals(
        told("case", "verify", "--store", store, "-o", "csv"),
        told("case", "verify", "--store", other, "-o", "csv"));
    Finished again = nadzor.run("case", "import", "--store", other, lines);
    assertEquals(2, again.exit(), again::toString);
    Finished held = nadzor.run("case", "import", "--store", store, "--append", lines);
    assertEquals(4, held.exit(), held::toString);
  }

  /** What the commands put in force in a folder, a laboratory that is served with it applies. */
  @Test
  void aListOfTheFolderIsInForce() throws Exception {
    String lists = nadzor.files().resolve("lists").toString();
    Path list = Files.writeString(nadzor.files().resolve("extra.txt"), "example.org\n");
    has(told("list", "build", "--lists", lists, list.toString()), "built version 1");
    has(told("list", "activate", "--lists", lists, "1"), "version 1 is in force");
    try (Served served = serve("--lists", lists)) {
      assertEquals(1, served.get("/lists/state").path("inForce").asInt());
      assertEquals(Curl.TLS_FAILED, served.curl("tspu-2022", "https://example.org/"));
      assertEquals(Curl.OK, served.curl("control", "https://example.org/"));
      String harmless = Files.writeString(list, "a.test\n").toString();
      has(told("list", "build", "--lists", lists, harmless), "built version 2");
      has(told("list", "activate", "2", "--live", "-o", "json"), "\"inForce\" : 2");
      assertEquals(Curl.OK, served.curl("tspu-2022", "https://example.org/"));
    }
    has(told("list", "versions", "--lists", lists), "*      2");
  }

  @Test
  void itTellsOfItselfAsLongAsItRuns() {
    try (Served served = serve()) {
      assertTrue(Files.exists(nadzor.running()));
      served.program().signal("TERM");
      Finished ended = served.program().finish(PATIENCE);
      assertEquals(143, ended.exit(), ended::toString);
      assertEquals("", ended.err());
    }
    assertEquals(List.of(), Directory.listing(nadzor.files()));
    assertEquals(List.of(), nadzor.left());
    Finished alone = nadzor.run("status");
    assertEquals(5, alone.exit(), alone::toString);
    assertTrue(alone.err().contains("nadzor serve"), alone::toString);
  }
}
