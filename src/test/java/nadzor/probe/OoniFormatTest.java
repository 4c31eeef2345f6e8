package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nadzor.probe.ooni.Envelope;
import nadzor.probe.ooni.OoniMeasurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is written fits the field lists of OONI's formats, in keys and in types. */
class OoniFormatTest {
  private static final FakeServer.Script ORIGIN =
      new FakeTls(
          Laboratory.CA.issue(Laboratory.HOST),
          Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));

  private static Envelope envelope() {
    return new Envelope(
        "nadzor", "1.0", "0.1.0", Laboratory.NOW, "run-7", "AS64512", "ZZ", Map.of("seed", "7"));
  }

  private static JsonNode json(Observation seen, Optional<Observation> control) {
    String line = new OoniMeasurement(seen, control, envelope()).line();
    assertTrue(line.endsWith("}\n") && line.indexOf('\n') == line.length() - 1, line);
    return JsonMapper.builder().build().readTree(line);
  }

  private static List<JsonNode> measurements() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String technique : List.of("plain", "tls-relay", "ech", "residual-now")) {
      try (Rig rig = new Rig(ORIGIN)) {
        Observation seen = rig.visit(technique);
        all.add(json(seen, Optional.of(seen)));
        all.add(json(seen, Optional.empty()));
      }
    }
    try (Laboratory laboratory = Laboratory.with(Scripts.silence());
        FakeServer proxy = new FakeServer(new FakeUdpProxy(FakeServer.nobody(), 0))) {
      Relays relays = Relays.NONE.withDatagrams(proxy.endpoint());
      Vantage vantage = laboratory.vantage().with(relays);
      all.add(json(Laboratory.visit(vantage, "quic-v1", Laboratory.limits()), Optional.empty()));
    }
    for (FakeServer.Script broken : List.of(Scripts.reset(), Scripts.eof())) {
      try (Laboratory laboratory = Laboratory.with(broken)) {
        all.add(json(laboratory.visit("plain", Laboratory.limits()), Optional.empty()));
        all.add(json(laboratory.visit("plain-http", Laboratory.limits()), Optional.empty()));
      }
    }
    return all;
  }

  @Test
  void allKeysAndTypesAreThoseOfTheFormats() throws IOException {
    List<JsonNode> measurements = measurements();
    for (FieldList list : FieldList.all()) {
      int places = 0;
      for (JsonNode each : measurements) {
        assertEquals(List.of(), list.complaints(each));
        places += list.count(each);
      }
      assertTrue(places > 0, list.at() + " was never written");
    }
  }

  @Test
  void aListComplainsOfWhatDoesNotFit() throws IOException {
    ObjectNode one;
    try (Rig rig = new Rig(ORIGIN)) {
      one = (ObjectNode) json(rig.visit("plain"), Optional.empty());
    }
    ((ObjectNode) one.get("test_keys").get("queries").get(0)).put("engine", "pigeon").put("q", 1);
    one.remove("report_id");
    List<String> complaints = new ArrayList<>();
    for (FieldList list : FieldList.all()) {
      complaints.addAll(list.complaints(one));
    }
    assertEquals(3, complaints.size(), complaints.toString());
  }

  @Test
  void everyFailureIsNamedByDf007() {
    Set<String> names = new HashSet<>();
    JsonNode list = FieldList.read(FieldList.FOLDER.resolve("df-007-errors.json"));
    list.get("names").forEach(each -> names.add(each.asString()));
    for (Failure.Name name : Failure.Name.values()) {
      assertTrue(names.contains(name.text()), name.text());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain, tls, http-failure",
    "plain, dns, dns",
    "plain-http, http, http-failure",
    "plain, tcp, tcp_ip",
    "quic-v1, quic, http-failure"
  })
  void aRestrictionIsNamedAsTs017DoesByItsStage(String technique, String stage, String blocking) {
    Stage at = Stage.valueOf(stage.toUpperCase(Locale.ROOT));
    Observation seen = Scenes.of(technique).died(at, Failure.Name.CONNECTION_RESET).seen();
    Observation control =
        Scenes.of(technique).handshake(Scenes.flow(9, 1)).page(200, "t", 9, "a").seen();
    JsonNode keys = json(seen, Optional.of(control)).get("test_keys");
    assertEquals(blocking, keys.get("blocking").asString());
    assertFalse(keys.get("accessible").asBoolean());
    assertEquals("blocked(" + stage + ")", keys.get("x_outcome").asString());
    assertEquals(stage, keys.get("x_failed_at").asString());
  }

  @Test
  void aBlockPageIsADifference() {
    Observation seen = Scenes.of("plain-http").page(451, "no", 9, "a").seen();
    Observation control = Scenes.of("plain-http").page(200, "t", 9, "b").seen();
    JsonNode keys = json(seen, Optional.of(control)).get("test_keys");
    assertEquals("http-diff", keys.get("blocking").asString());
    assertFalse(keys.get("status_code_match").asBoolean());
    assertEquals(1.0, keys.get("body_proportion").asDouble());
  }

  @Test
  void whatSaysNothingIsNull() throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.reset())) {
      Observation seen = laboratory.visit("tls-relay", Laboratory.limits());
      JsonNode keys = json(seen, Optional.of(seen)).get("test_keys");
      assertTrue(keys.get("blocking").isNull() && keys.get("accessible").isNull());
      assertEquals("no encrypted relay here", keys.get("x_not_measured").asString());
    }
  }

  @Test
  void theEnvelopeRefusesWhatTheFormatDoesNotKnow() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Envelope("n", "1", "1", Laboratory.NOW, "r", "64512", "ZZ", Map.of()));
  }
}
