package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.store.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A disk of 1 MiB that is full under a running regulator, and has room again. */
final class ServeOnSmallDiskTest {
  private static final String HELD = "https://www.facebook.com/";
  private static final String VIOLATION =
      "{\"platform\": \"facebook\", \"kind\": \"k\", \"source\": \"s\", \"description\": \"%s\"}";
  private static final int MOST = 1_000;

  private final Nadzor nadzor = Nadzor.fresh();

  @AfterEach
  void stop() {
    nadzor.close();
  }

  /** In a mount namespace of its own; whoever writes to the pipe has the ballast removed. */
  private Served serve(Path asked, Path answered) throws IOException, InterruptedException {
    Path disk = Files.createDirectory(nadzor.files().resolve("disk"));
    Path ready = nadzor.files().resolve("ready.json");
    Path script = nadzor.files().resolve("inside");
    assertEquals(0, Program.run("mkfifo", asked.toString(), answered.toString()).exit());
    Files.writeString(
        script,
        """
        mount -t tmpfs -o size=1m tmpfs %1$s || exit
        head -c 600000 /dev/zero >%1$s/ballast || exit
        (read -r what <%2$s; rm %1$s/ballast; echo $? >%3$s) >/dev/null 2>&1 </dev/null &
        exec "$@"
        """
            .formatted(disk, asked, answered));
    List<String> before = new ArrayList<>(List.of(SmallDisk.namespace().split(" ", -1)));
    before.addAll(List.of("sh", script.toString()));
    Program program =
        nadzor.startThrough(
            before,
            "serve",
            "--port",
            "0",
            "--paused",
            "--at",
            "2022-03-05T00:00:00Z",
            "--store",
            disk + "/journal.db",
            "--ready-file",
            ready.toString());
    return Served.when(program, ready);
  }

  private static long entries(Served served) throws IOException, InterruptedException {
    return served.get("/summary").at("/counts/journalEntries").asLong();
  }

  /** How many were taken before one was not. */
  private static int fill(Served served) throws IOException, InterruptedException {
    String body = VIOLATION.formatted("d".repeat(1_500));
    int taken = 0;
    int status = served.post("/violations", body);
    while (status == 201 && taken < MOST) {
      taken++;
      status = served.post("/violations", body);
    }
    assertEquals(503, status, "after " + taken);
    return taken;
  }

  @Test
  void whatIsInForceStaysAndWritesBeginAgain() throws IOException, InterruptedException {
    Path asked = nadzor.files().resolve("asked");
    Path answered = nadzor.files().resolve("answered");
    try (Served served = serve(asked, answered)) {
      assertEquals(Curl.TLS_FAILED, served.curl("tspu-2022", HELD));
      long before = entries(served);
      long kept = before + fill(served);
      assertTrue(kept > before, "some fitted");
      assertEquals(503, served.post("/violations", VIOLATION.formatted("d".repeat(1_500))));
      assertEquals(503, served.post("/lift-this", "{\"name\": \"www.facebook.com\"}"));
      assertEquals(kept, entries(served), "nothing is half recorded");
      assertTrue(served.get("/register").path("items").size() > 0);
      JsonNode store = served.get("/summary").path("store");
      assertTrue(store.path("detail").asString().contains("free some space"), store::toString);
      assertEquals(Curl.TLS_FAILED, served.curl("tspu-2022", HELD), "still restricted");
      assertEquals(Curl.OK, served.curl("control", HELD));
      Files.writeString(asked, "now\n");
      assertEquals("0", Files.readString(answered).strip());
      assertEquals(201, served.post("/violations", VIOLATION.formatted("again")));
      assertEquals(kept + 1, entries(served));
      assertEquals(kept + 1, served.get("/journal/verify").path("entries").asLong());
      assertEquals(200, served.post("/lift-this", "{\"name\": \"www.facebook.com\"}"));
      assertEquals(Curl.OK, served.curl("tspu-2022", HELD), "lifted at once");
    }
  }
}
