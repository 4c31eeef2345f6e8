package nadzor.web;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nadzor.office.Change;
import nadzor.office.OfficeSpec;
import nadzor.registry.Proposed;
import nadzor.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store goes and comes back under a running office: what is in force stays so meanwhile. */
@Timeout(300)
class StoreGoneTest {
  private static final String API = ServedOffice.API;
  private static final String AT = "2022-03-05T00:00:00Z";
  private static final String HELD = "https://www.facebook.com/";
  private static final String VIOLATION =
      "{\"platform\": \"facebook\", \"kind\": \"k\", \"source\": \"s\"}";

  @TempDir Path directory;

  private interface Deed {
    void run() throws Exception;
  }

  private static ServedOffice at(OfficeSpec spec) throws IOException {
    return ServedOffice.start(spec, Duration.ofSeconds(60));
  }

  private static OfficeSpec keptAt(OfficeSpec spec, String store) {
    return spec.withStore(store).paused();
  }

  private static long entries(ServedOffice served) throws Exception {
    return served.get(API + "/summary").json().at("/counts/journalEntries").asLong();
  }

  /** Before, meanwhile, after: reads and enforcement never stop, writes do and begin again. */
  private static void survives(ServedOffice served, int tries, Deed away, Deed back)
      throws Exception {
    long before = entries(served);
    assertThrows(IOException.class, () -> served.visit("tspu-2022", HELD));
    away.run();
    for (int i = 0; i < 2; i++) {
      ServedOffice.Got refused = served.post(API + "/violations", VIOLATION);
      assertEquals(503, refused.status());
      assertTrue(refused.json().path("type").asString().endsWith("store"));
      assertTrue(
          refused.json().at("/errors/0/expected").asString().length() > 5, "says what helps");
    }
    assertEquals(503, served.post(API + "/lift-this", "{\"name\": \"www.facebook.com\"}").status());
    assertEquals(before, entries(served));
    for (String path : List.of("/register", "/cases", "/journal", "/why?url=www.facebook.com")) {
      assertEquals(200, served.get(API + path).status(), path);
    }
    assertEquals(503, served.get("/readyz").status());
    assertEquals(200, served.get("/healthz").status());
    assertThrows(IOException.class, () -> served.visit("tspu-2022", HELD));
    assertEquals(200, served.visit("control", HELD));
    back.run();
    ServedOffice.Got taken = recovered(served, tries);
    assertEquals(201, taken.status(), taken.response().body());
    assertEquals(before + 1, entries(served));
    assertEquals(200, served.get("/readyz").status());
    assertEquals(before + 1, served.get(API + "/journal/verify").json().path("entries").asLong());
  }

  /** A server that has just started may end a session once more; a file is there or not. */
  private static ServedOffice.Got recovered(ServedOffice served, int tries) throws Exception {
    ServedOffice.Got answer = served.post(API + "/violations", VIOLATION);
    for (int i = 1; i < tries && answer.status() == 503; i++) {
      answer = served.post(API + "/violations", VIOLATION);
    }
    return answer;
  }

  @Test
  void theFileIsMovedAwayAndBack() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    Path other = Files.createDirectory(directory.resolve("other"));
    String store = kept.resolve("journal.db").toString();
    try (ServedOffice served = at(keptAt(ServedOffice.spec(directory, AT), store))) {
      survives(served, 1, () -> move(kept, other), () -> move(other, kept));
    }
  }

  /** Something else stands where the journal was. */
  @Test
  void theFileIsOverwritten() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    Path other = Files.createDirectory(directory.resolve("other"));
    Path file = kept.resolve("journal.db");
    try (ServedOffice served = at(keptAt(ServedOffice.spec(directory, AT), file.toString()))) {
      survives(
          served,
          1,
          () -> {
            move(kept, other);
            Files.writeString(file, "this is no database, but it is long enough".repeat(99));
          },
          () -> {
            Files.delete(file);
            move(other, kept);
          });
    }
  }

  @Test
  void theDatabaseServerGoesAndComesBack() throws Exception {
    Path own = Files.createDirectory(directory.resolve("laboratory"));
    try (PostgresServer server = PostgresServer.in(directory);
        ServedOffice served = at(keptAt(ServedOffice.spec(own, AT), server.url()))) {
      survives(served, 3, server::stop, server::start);
    }
  }

  /** A rule fires while nothing can be recorded: it is made up for without any request. */
  @Test
  void policyWaitsForTheStore() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    Path other = Files.createDirectory(directory.resolve("other"));
    OfficeSpec still =
        keptAt(
            ServedOffice.spec(directory, "2022-02-25T15:59:59Z"),
            kept.resolve("journal.db").toString());
    try (ServedOffice served = at(still)) {
      move(kept, other);
      served.post(API + "/clock/step", "{\"toNext\": true}");
      assertEquals(0, served.get(API + "/proposals").json().path("total").asInt());
      served.post(API + "/clock/resume", "{}");
      CountDownLatch proposed = new CountDownLatch(1);
      served.office.changes().watch(() -> look(served, proposed));
      move(other, kept);
      assertTrue(proposed.await(120, TimeUnit.SECONDS), "policy tries again");
      assertEquals(1, served.get(API + "/proposals").json().path("total").asInt());
    }
  }

  private static void look(ServedOffice served, CountDownLatch proposed) {
    boolean told =
        served.office.changes().latest().stream()
            .anyMatch(
                one ->
                    one instanceof Change.Written written
                        && written.recorded().entry() instanceof Proposed);
    if (told) {
      proposed.countDown();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        Files.move(one, to.resolve(one.getFileName()), REPLACE_EXISTING);
      }
    }
  }
}
