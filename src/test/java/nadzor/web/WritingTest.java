package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is written through the API, and what follows in the laboratory. */
@Timeout(300)
class WritingTest {
  private static final String API = ServedOffice.API;
  private static final String SITE = "https://www.instagram.com/";
  private static final String DECISION =
      """
      {"case": "case-meta", "authority": "A", "law": {"announced": "l", "register": "l"},
       "measure": "block", "scope": ["front"], "on": ["instagram"]}""";
  private static final String CARD =
      """
      {"name": "<script>alert(1)</script>", "operator": {"id": "op"},
       "resources": [{"match": ".example.org", "role": "front"}]""";

  @TempDir Path directory;
  private ServedOffice served;

  @BeforeEach
  void start() throws IOException {
    served = ServedOffice.start(directory, "2022-02-24T20:59:59Z");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private long entries() throws IOException, InterruptedException {
    return served.get(API + "/summary").json().at("/counts/journalEntries").asLong();
  }

  @Test
  void aDecisionBitesOnTheNextRequestAndItsLiftingEndsIt()
      throws IOException, InterruptedException {
    assertEquals(200, served.visit("tspu-2022", SITE));
    ServedOffice.Got taken = served.post(API + "/decisions", DECISION);
    assertEquals(201, taken.status());
    assertThrows(IOException.class, () -> served.visit("tspu-2022", SITE));
    assertEquals(200, served.visit("control", SITE));
    JsonNode told = served.get(API + "/restrictions").json().at("/items/0");
    String id = taken.json().at("/recorded/0/about").asString();
    assertEquals(id, told.path("decision").asString());
    assertEquals("case-meta", told.path("case").asString());
    assertEquals(200, served.post(API + "/decisions/" + id + "/lift", "{\"why\": \"w\"}").status());
    assertEquals(200, served.visit("tspu-2022", SITE));
  }

  @Test
  void aDryRunTellsWhatWouldBeAndChangesNothing() throws IOException, InterruptedException {
    long before = entries();
    ServedOffice.Got told = served.post(API + "/decisions?dryRun=true", DECISION);
    assertEquals(200, told.status());
    assertTrue(told.json().path("dryRun").asBoolean());
    assertEquals(1, told.json().at("/networks/0/added").asInt());
    assertEquals(before, entries());
    assertEquals(200, served.visit("tspu-2022", SITE));
  }

  @Test
  void steppingTheClockBringsIntoForceWhatIsDue() throws IOException, InterruptedException {
    String later = DECISION.replace("\"scope\"", "\"grace\": \"PT48H\", \"scope\"");
    assertEquals(201, served.post(API + "/decisions", later).status());
    assertEquals(200, served.visit("tspu-2022", SITE));
    served.post(API + "/clock/step", "{\"by\": \"PT47H59M\"}");
    assertEquals(200, served.visit("tspu-2022", SITE));
    served.post(API + "/clock/step", "{\"by\": \"PT1M\"}");
    assertThrows(IOException.class, () -> served.visit("tspu-2022", SITE));
  }

  @Test
  void policyProposesAndWhatIsTakenIsInForce() throws IOException, InterruptedException {
    served.post(API + "/clock/jump", "{\"to\": \"2022-02-26\"}");
    JsonNode proposed = served.get(API + "/proposals").json().at("/items/0");
    assertEquals("fb-2022-02-25", proposed.path("id").asString());
    assertEquals("policy", proposed.path("recordedBy").asString());
    assertEquals("2022-02-25T16:00:00Z", proposed.path("proposedAt").asString());
    String path = API + "/proposals/fb-2022-02-25";
    String etag = served.get(path).etag();
    assertEquals(200, served.post(path + "/take", "{}", "If-Match", etag).status());
    assertEquals(
        412, served.post(path + "/dismiss", "{\"why\": \"w\"}", "If-Match", etag).status());
    JsonNode register = served.get(API + "/register").json();
    assertEquals("throttle", register.at("/items/0/measure").asString());
  }

  @Test
  void ofTwoEditorsTheSecondIsToldAndAScriptIsText() throws IOException, InterruptedException {
    String made = CARD + ", \"id\": \"x\"}";
    assertEquals(201, served.post(API + "/platforms", made).status());
    ServedOffice.Got read = served.get(API + "/platforms/x");
    assertEquals("<script>alert(1)</script>", read.json().path("name").asString());
    assertEquals(
        "application/json",
        read.response().headers().firstValue("content-type").orElseThrow().replaceFirst(";.*", ""));
    String path = API + "/platforms/x";
    assertEquals(428, served.send("PUT", path, CARD + "}").status());
    assertEquals(200, served.send("PUT", path, CARD + "}", "If-Match", read.etag()).status());
    assertEquals(412, served.send("PUT", path, CARD + "}", "If-Match", read.etag()).status());
  }

  @Test
  void aScriptStaysTextOnTheBlockPage() throws IOException, InterruptedException {
    String hostile = "<script>alert(1)</script>";
    String card = CARD + ", \"id\": \"x\"}";
    assertEquals(201, served.post(API + "/platforms", card).status());
    String page = "{\"name\": \"example.org\", \"platform\": \"x\", \"why\": \"" + hostile + "\"}";
    assertEquals(201, served.post(API + "/restrict-this", page).status());
    String shown = served.page("isp-blockpage", "http://example.org/");
    assertTrue(shown.contains("simulation"), shown);
    assertFalse(shown.contains("<script"), shown);
    ServedOffice.Got statements = served.get(API + "/register/lookup?q=example.org");
    assertTrue(statements.json().path("held").asBoolean());
    assertEquals(
        "nosniff", statements.response().headers().firstValue("x-content-type-options").orElse(""));
  }

  @Test
  void aReplayedRequestIsAnsweredTheSameAndRecordedOnce() throws IOException, InterruptedException {
    String body = "{\"platform\": \"facebook\", \"kind\": \"k\", \"source\": \"s\"}";
    long before = entries();
    ServedOffice.Got first = served.post(API + "/violations", body, "Idempotency-Key", "1");
    ServedOffice.Got second = served.post(API + "/violations", body, "Idempotency-Key", "1");
    assertEquals(first.response().body(), second.response().body());
    assertEquals(before + 1, entries());
    String other = body.replace("\"k\"", "\"other\"");
    assertEquals(422, served.post(API + "/violations", other, "Idempotency-Key", "1").status());
  }

  @Test
  void restrictThisEntersWhatIsMissingAndLiftThisEndsIt() throws IOException, InterruptedException {
    String name = "{\"name\": \"example.org\"}";
    assertEquals(200, served.visit("tspu-2022", "https://example.org/"));
    JsonNode told = served.post(API + "/restrict-this", name).json().at("/networks/0");
    assertEquals(
        told.path("version").asLong(),
        served.standing(told.path("network").asString()).version().list().number(),
        "what the answer tells is in force when it comes");
    assertEquals(1, told.path("added").asInt());
    assertThrows(IOException.class, () -> served.visit("tspu-2022", "https://example.org/"));
    JsonNode why = served.get(API + "/why?url=example.org&network=tspu-2022").json();
    assertTrue(why.at("/networks/0/restricted").asBoolean());
    assertEquals(200, served.post(API + "/lift-this", name).status());
    assertEquals(200, served.visit("tspu-2022", "https://example.org/"));
    assertEquals(422, served.post(API + "/lift-this", name).status());
  }

  @Test
  void populateAndResetPutTheLaboratoryIntoAKnownState() throws IOException, InterruptedException {
    String at = "{\"at\": \"2022-03-05\"}";
    JsonNode planned = served.post(API + "/lab/populate?dryRun=true", at).json();
    assertEquals("fb-2022-03-04", planned.at("/inForce/0").asString());
    assertEquals(200, served.visit("tspu-2022", "https://www.facebook.com/"));
    JsonNode full = served.post(API + "/lab/populate", at).json();
    assertEquals(planned.path("entries").asInt(), full.path("entries").asInt());
    assertEquals("fb-2022-03-04", full.at("/inForce/0").asString());
    assertThrows(IOException.class, () -> served.visit("tspu-2022", "https://www.facebook.com/"));
    JsonNode empty = served.post(API + "/lab/reset", "{}").json();
    assertEquals(0, empty.path("entries").asInt());
    assertEquals(200, served.visit("tspu-2022", "https://www.facebook.com/"));
    assertFalse(served.get(API + "/platforms").json().path("items").isEmpty());
  }

  @Test
  void refusalsPointAtTheirCause() throws IOException, InterruptedException {
    String body = "{\"platform\": \"nope\", \"kind\": \"k\", \"source\": \"s\"}";
    ServedOffice.Got refused = served.post(API + "/violations", body);
    assertEquals(422, refused.status());
    assertEquals("/platform", refused.json().at("/errors/0/pointer").asString());
    ServedOffice.Got malformed =
        served.post(API + "/violations", "{\"platform\": \"x\", \"source\": \"s\"}");
    assertEquals(400, malformed.status());
    assertEquals("/kind", malformed.json().at("/errors/0/pointer").asString());
  }

  @Test
  void whatHasNotHappenedYetCannotBeRecorded() throws IOException, InterruptedException {
    String body =
        "{\"platform\": \"facebook\", \"kind\": \"k\", \"source\": \"s\", \"at\": \"2023-01-01\"}";
    ServedOffice.Got refused = served.post(API + "/violations", body);
    assertEquals(422, refused.status());
    JsonNode fault = refused.json().at("/errors/0");
    assertEquals("/at", fault.path("pointer").asString());
    assertEquals("2023-01-01T20:59:59.999Z", fault.path("found").asString());
    assertTrue(fault.path("expected").asString().contains("the calendar's, 2022-02-24T20:59:59Z"));
  }
}
