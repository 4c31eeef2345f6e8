package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The document tells the truth: every operation, every example, every answer. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private final ServedOffice served;

  ContractTest(@TempDir Path directory) throws IOException {
    served = ServedOffice.start(directory, "2022-03-10T00:00:00Z");
  }

  @BeforeAll
  void someTraffic() throws IOException, InterruptedException {
    assertEquals(200, served.visit("control", "https://example.org/"));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void theServerHasTheOperationsOfTheDocumentAndNoOthers() {
    Keys keys = new Keys("t");
    List<Way> ways =
        WebServer.ways(WebSpec.onLoopback(0), served.contract, new Metrics(served.office), keys);
    assertEquals(
        new TreeSet<>(served.contract.operations()),
        new TreeSet<>(ways.stream().map(Way::title).toList()));
  }

  @Test
  void examplesAreOfTheShapeThatTheyStandFor() {
    JsonNode schemas = served.contract.document().at("/components/schemas");
    assertFalse(schemas.isEmpty());
    schemas
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("examples")
                    .forEach(
                        example ->
                            assertEquals(
                                List.of(),
                                served.contract.check(schema.getKey(), example),
                                schema.getKey())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/summary",
        "/summary?seconds=5",
        "/lab",
        "/operators",
        "/operators/meta",
        "/platforms?q=insta",
        "/platforms/facebook",
        "/cases",
        "/cases?platform=facebook&state=open",
        "/cases/case-facebook",
        "/cases/case-facebook/timeline",
        "/violations?case=case-facebook&limit=3",
        "/violations/fb-20",
        "/demands",
        "/demands/fb-demand-2022-02-24",
        "/proposals?state=all",
        "/policy",
        "/decisions",
        "/decisions/fb-2022-03-04",
        "/decisions/fb-2022-03-04/statements?lang=ru",
        "/statements",
        "/register",
        "/register?at=2022-02-20",
        "/register/lookup?q=https://www.facebook.com/x",
        "/register/lookup?q=192.0.2.1",
        "/versions",
        "/versions/1/rules",
        "/networks",
        "/networks/isp-dns",
        "/clock",
        "/why?url=www.facebook.com",
        "/why?url=http://www.facebook.com/x&network=isp-blockpage",
        "/why?url=203.0.113.10",
        "/flows",
        "/flows/1",
        "/restrictions",
        "/techniques",
        "/measurements",
        "/profiles",
        "/profiles/tspu-2022",
        "/journal?order=desc&limit=2",
        "/journal/verify",
        "/session"
      })
  void answersHaveTheShapeThatTheDocumentSays(String path)
      throws IOException, InterruptedException {
    assertEquals(200, served.get(ServedOffice.API + path).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/operators/x",
        "/platforms/x",
        "/cases/x",
        "/violations/x",
        "/demands/x",
        "/proposals/x",
        "/decisions/x",
        "/versions/99/rules",
        "/networks/x",
        "/flows/999",
        "/measurements/x",
        "/measurements/x/matrix",
        "/profiles/x"
      })
  void whatIsNotThereIsSaidToBeMissing(String path) throws IOException, InterruptedException {
    assertEquals(404, served.get(ServedOffice.API + path).status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404, -",
    "POST, /api/v1/nothing, 404, -",
    "DELETE, /api/v1/clock, 405, GET",
    "POST, /api/v1/lists/versions/1, 405, GET",
    "GET, /api/v1/lists/activate, 405, POST",
    "POST, /healthz, 405, GET"
  })
  void whatNoOperationTakesIsAProblemToo(String method, String path, int status, String allowed)
      throws IOException, InterruptedException {
    ServedOffice.Got got = served.raw(method, served.request(path), "");
    assertEquals(status, got.status());
    HttpHeaders headers = got.response().headers();
    assertEquals("application/problem+json", headers.firstValue("content-type").orElse("none"));
    assertEquals(allowed, headers.firstValue("allow").orElse("-"));
    assertEquals(status, got.json().path("status").asInt());
  }

  @Test
  void allPagesTogetherAreTheWholeList() throws IOException, InterruptedException {
    String path = ServedOffice.API + "/violations?limit=10";
    JsonNode page = served.get(path).json();
    int found = page.path("items").size();
    while (page.has("next")) {
      page = served.get(path + "&cursor=" + page.path("next").asString()).json();
      found += page.path("items").size();
    }
    assertEquals(26, found);
    assertEquals(26, page.path("total").asInt());
  }

  @Test
  void theRestAnswersToo() throws IOException, InterruptedException {
    assertEquals(200, served.get("/healthz").status());
    assertEquals(200, served.get("/readyz").status());
    assertTrue(served.get("/metrics").response().body().contains("nadzor_connections_total"));
    assertTrue(served.get("/openapi.json").json().has("paths"));
    String export = served.get(ServedOffice.API + "/journal/export").response().body();
    assertEquals(31 + 2, export.lines().count());
  }
}
