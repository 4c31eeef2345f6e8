package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nadzor.story.Measured;
import nadzor.story.Scenario;
import nadzor.story.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Scenario SCENARIO = MadeUp.meta();

  private static JsonNode measured(int step, String network, String technique, String host) {
    StepResult result = MadeUp.played(SCENARIO, step).steps().get(step - 1);
    Measured cell =
        result.cells().stream()
            .filter(one -> one.network().equals(network) && one.technique().equals(technique))
            .filter(one -> one.site().host().text().equals(host))
            .findFirst()
            .orElseThrow();
    String line = Json.line(new MeasurementLine(SCENARIO.name(), result.step(), cell).json());
    assertEquals(line.length() - 1, line.indexOf('\n'));
    return MAPPER.readTree(line);
  }

  @ParameterizedTest
  @CsvSource({
    "1,tspu-2022,plain,ok,,,",
    "3,tspu-2022,plain,blocked(tls),tls,connection_reset,tls",
    "3,tspu-2022,split-hello,ok,,,",
    "3,isp-blockpage,plain,blocked(tls),tls,generic_timeout_error,tls",
    "3,isp-blockpage,plain-http,blocked(http),http,,",
    "3,isp-dns,plain,blocked(dns),dns,ssl_unknown_authority,tls"
  })
  void aLineSaysWhatCameOutAndWhereItDied(
      int step,
      String network,
      String technique,
      String outcome,
      String stage,
      String failure,
      String failedAt) {
    JsonNode line = measured(step, network, technique, "www.facebook.com");
    assertEquals(outcome, line.get("outcome").asString());
    assertEquals(stage, line.get("stage").isNull() ? null : line.get("stage").asString());
    assertEquals(failure, line.get("failure").isNull() ? null : line.get("failure").asString());
    assertEquals(failedAt, line.get("failedAt").isNull() ? null : line.get("failedAt").asString());
    assertEquals(outcome, line.get("expected").asString());
    assertTrue(line.get("control").get("failure").isNull());
  }

  @Test
  void aSlowDownloadReportsItsRateBesideTheControls() {
    JsonNode line = measured(2, "tspu-2022", "plain", "scontent.xx.fbcdn.net");
    assertEquals("slow", line.get("outcome").asString());
    assertEquals(651.3, line.get("rate").asDouble());
    assertEquals("https://scontent.xx.fbcdn.net/object.png", line.get("url").asString());
    assertTrue(line.get("control").get("rate").asDouble() > 1e6);
    assertEquals(0.009, line.get("http").get("t0").asDouble());
    assertEquals(0.03, line.get("http").get("t").asDouble());
    assertEquals(2900 + 2613, line.get("bytes").asInt());
  }

  @Test
  void aStepHoldsWhatTheClientSaw() {
    JsonNode split = measured(1, "tspu-2022", "split-hello", "vk.com").get("tls");
    assertTrue(split.get("cut").asBoolean());
    assertEquals("vk.com", split.get("serverName").asString());
    JsonNode without = measured(1, "tspu-2022", "no-sni", "vk.com").get("tls");
    assertFalse(without.get("cut").asBoolean());
    assertTrue(without.get("serverName").isNull());
    JsonNode dns = measured(3, "isp-dns", "plain", "facebook.com").get("dns").get(0);
    assertEquals("192.0.2.80", dns.get("answers").get(0).get("data").asString());
    assertEquals(16, dns.get("extendedErrors").get(0).get("code").asInt());
    JsonNode http = measured(3, "isp-blockpage", "plain-http", "facebook.com").get("http");
    assertEquals(451, http.get("status").asInt());
    assertEquals("Access is restricted", http.get("title").asString());
  }

  @Test
  void aRestrictionNamesRuleDecisionAndCaseAndAllReasons() {
    JsonNode line = MAPPER.readTree(Json.line(EventLine.of(MadeUp.event("a\"<\n\u2028b"))));
    assertEquals("a\"<\n\u2028b", line.get("name").asString());
    assertEquals(".facebook.com", line.get("rule").get("matcher").asString());
    assertEquals("block", line.get("rule").get("measure").asString());
    assertEquals("fb-2022-03-04", line.get("decision").asString());
    assertEquals("case-facebook", line.get("case").asString());
    assertEquals(2, line.get("heldBy").size());
    assertEquals(7, line.get("heldBy").get(1).get("list").get("line").asInt());
  }
}
