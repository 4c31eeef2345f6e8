package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.store.lists.Making;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A list in the laboratory: in force, on trial, taken back; by the API and a client's requests. */
@Timeout(300)
class ListsTest {
  private static final String NETWORK = "isp-dns";
  private static final String SITE = "https://example.org/";
  private static final String LISTS = ServedOffice.API + "/lists";

  private final ServedOffice served;

  ListsTest(@TempDir Path directory) throws IOException {
    served = ServedOffice.start(directory, "2022-03-10T00:00:00Z");
  }

  @BeforeEach
  void build() throws IOException {
    build("first.test");
    build("first.test", "second.test");
    build("first.test", "example.org");
    build(
        Stream.concat(
                Stream.of("first.test", "example.org"),
                IntStream.range(0, 300).mapToObj(i -> "n" + i + ".test"))
            .toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void build(String... names) throws IOException {
    BlocklistBuilder builder = new BlocklistBuilder();
    int line = 0;
    for (String name : names) {
      line++;
      builder.add("." + name, Measure.BLOCK, new Reason.OfList("list.txt", line));
    }
    Making making = new Making("a", Instant.EPOCH, "", List.of());
    served.office.lists().folder().add(builder.build(0), making);
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    ServedOffice.Got got = served.post(LISTS + path, body);
    assertEquals(200, got.status(), got.response().body());
    return got.json();
  }

  private JsonNode state() throws IOException, InterruptedException {
    return served.get(LISTS + "/state").json();
  }

  private boolean isReached(String network) throws InterruptedException {
    try {
      return served.visit(network, SITE) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aVersionJoinsTheRegisterEverywhereButInTheControl()
      throws IOException, InterruptedException {
    assertTrue(isReached(NETWORK));
    assertEquals(1, post("/activate", "{\"number\": 1}").path("inForce").asInt());
    assertTrue(isReached(NETWORK));
    assertEquals(3, post("/activate", "{\"number\": 3}").path("inForce").asInt());
    assertTrue(!isReached(NETWORK));
    assertTrue(isReached("control"));
    assertThrows(IOException.class, () -> served.visit(NETWORK, "https://www.facebook.com/"));
    String why = served.get(ServedOffice.API + "/why?url=example.org").response().body();
    assertTrue(why.contains("list.txt"), why);
    assertEquals(1, post("/rollback", "{}").path("inForce").asInt());
    assertTrue(isReached(NETWORK));
    assertThrows(IOException.class, () -> served.visit(NETWORK, "https://www.facebook.com/"));
    assertTrue(
        post("/rollback", "{}").path("inForce").isMissingNode(), "none was before the first");
    assertEquals(
        0, served.get(LISTS + "/activations?limit=1").json().at("/items/0/number").asInt(-1));
    assertThrows(IOException.class, () -> served.visit(NETWORK, "https://www.facebook.com/"));
  }

  @Test
  void aShadowIsToldAndNotActed() throws IOException, InterruptedException {
    post("/activate", "{\"number\": 1}");
    post("/activate", "{\"number\": 3, \"mode\": \"shadow\"}");
    assertTrue(isReached(NETWORK));
    JsonNode state = state();
    assertEquals("shadow", state.at("/trial/mode").asString());
    assertEquals(1, state.path("inForce").asInt());
    assertTrue(state.path("newlyRestricted").asInt() > 0, state.toString());
    JsonNode event = served.get(LISTS + "/events").json().at("/items/0");
    assertTrue(event.path("shadow").asBoolean(), event.toString());
    assertEquals("example.org", event.path("name").asString());
    assertEquals(3, post("/promote", "{}").path("inForce").asInt());
    assertTrue(!isReached(NETWORK));
  }

  @Test
  void aCanaryThatRestrictsTooMuchIsTakenBackByItself() throws IOException, InterruptedException {
    post("/activate", "{\"number\": 1}");
    post(
        "/activate",
        "{\"number\": 3, \"mode\": \"canary\", \"share\": 1, \"guard\": {\"mostNew\": 2}}");
    for (int i = 0; i < 3; i++) {
      assertTrue(!isReached(NETWORK) || i > 0, "the first is restricted");
    }
    JsonNode state = state();
    while (state.has("trial")) {
      var unused = isReached(NETWORK);
      state = state();
    }
    assertTrue(state.at("/ended/byGuard").asBoolean(), state.toString());
    assertTrue(
        state.at("/ended/why").asString().startsWith("version 3: 3 newly restricted requests"),
        state.toString());
    assertTrue(isReached(NETWORK), "what was in force is in force again");
  }

  @Test
  void aControlSiteThatIsHitTakesItBack() throws IOException, InterruptedException {
    post("/activate", "{\"number\": 1}");
    String body = "{\"number\": 3, \"guard\": {\"control\": [\"%s\"]}}";
    ServedOffice.Got got = served.post(LISTS + "/activate", body.formatted("example.org"));
    assertEquals(422, got.status());
    assertTrue(got.response().body().contains("hits the control site example.org"));
    post("/activate", body.formatted("org"));
    var unused = isReached(NETWORK);
    JsonNode state = state();
    while (state.has("trial")) {
      state = state();
    }
    assertTrue(
        state.at("/ended/why").asString().contains("the control site org is hit"),
        state.toString());
    assertTrue(isReached(NETWORK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/activate|{\"number\": 9}|422",
        "/activate|{}|400",
        "/activate|{\"number\": 1, \"share\": 2}|400",
        "/activate|{\"number\": 1, \"mode\": \"half\"}|400",
        "/promote|{}|422",
        "/rollback|{}|422"
      })
  void whatCannotBeIsRefused(String path, String body, int status)
      throws IOException, InterruptedException {
    assertEquals(status, served.post(LISTS + path, body).status());
  }

  @Test
  void anAccidentNeedsAWord() throws IOException, InterruptedException {
    post("/activate", "{\"number\": 4}");
    ServedOffice.Got got = served.post(LISTS + "/activate", "{\"number\": 1}");
    assertEquals(422, got.status());
    assertTrue(got.response().body().contains("it shrank by 99"), got.response().body());
    assertEquals(4, state().path("inForce").asInt());
    post("/activate", "{\"number\": 1, \"yesReally\": true}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200",
    "/state, 200",
    "/versions/2, 200",
    "/versions/9, 404",
    "/events, 200",
    "/diff?from=1&to=2, 200",
    "/diff?from=1&to=9, 404",
    "/diff?from=1, 400",
    "/diff?from=1&to=3&what=removed, 200",
    "/diff?from=1&to=3&what=moved, 400",
    "?limit=1, 200"
  })
  void readsHaveTheirShapes(String path, int status) throws IOException, InterruptedException {
    assertEquals(status, served.get(LISTS + path).status());
  }
}
