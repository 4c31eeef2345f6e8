package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Throttle;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowJudgeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Rule FACEBOOK =
      new Rule(
          Matcher.of(".facebook.com"),
          Measure.BLOCK,
          new Reason.OfDecision("d-1", "case-1", "RKN", "art. 15.3", "Simulation."));
  private static final Rule CDN =
      new Rule(Matcher.of(".fbcdn.net"), Measure.THROTTLE, new Reason.OfList("l.txt", 1));
  private static final ProfileRule RESET =
      new ProfileRule(
          Sighting.Kind.CLIENT_HELLO,
          Measure.BLOCK,
          new Reset(Reset.Towards.CLIENT),
          Optional.of(new Residual(Residual.Key.FOUR_TUPLE, Duration.ofSeconds(75), false)));
  private static final ProfileRule THROTTLE =
      new ProfileRule(
          Sighting.Kind.CLIENT_HELLO,
          Measure.THROTTLE,
          new Throttle(Rate.policing(650)),
          Optional.empty());
  private static final ProfileRule PAGE =
      new ProfileRule(
          Sighting.Kind.HTTP_HEAD,
          Measure.BLOCK,
          new BlockPage(451, "https://operator.test/"),
          Optional.empty());

  private final List<Restriction> log = new ArrayList<>();

  private Enforcement enforcement(InspectionPolicy.Reassembly reassembly, ProfileRule... rules) {
    Profile profile =
        new Profile("p", "", List.of(), InspectionPolicy.of(reassembly), List.of(rules));
    Enforcement enforcement =
        new Enforcement(
            "net",
            profile,
            OwnAddresses.NONE,
            (host, rule) -> "<p>" + host + " " + rule.reason().label(),
            new ClientHash(1, 2),
            log::add);
    enforcement.activate(Blocklist.compile(1, List.of(FACEBOOK, CDN)));
    return enforcement;
  }

  private static FlowKey flow(int clientPort) {
    return new FlowKey(Endpoint.of("127.0.0.1", clientPort), Endpoint.of("127.10.0.1", 443));
  }

  private static StreamRuling send(FlowJudge judge, byte[] segment) {
    return judge.onSegment(Direction.FROM_CLIENT, segment, 0, segment.length, 0);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,reset",
    "facebook.com,reset",
    "WWW.FaceBook.com,reset",
    "scontent.xx.fbcdn.net,pace",
    "notfacebook.com,pass",
    "example.org,pass",
    "'',pass"
  })
  void sniDecides(String sni, String effect) {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, RESET, THROTTLE).open(flow(1));
    assertEquals(effect, send(judge, Hellos.of(sni)).effect().word());
    assertFalse(judge.isInspecting());
  }

  @ParameterizedTest
  @CsvSource({"NONE,pass", "SEGMENTS,reset"})
  void aSplitHelloPassesWithoutReassembly(InspectionPolicy.Reassembly reassembly, String effect) {
    FlowJudge judge = enforcement(reassembly, RESET).open(flow(1));
    byte[] hello = Hellos.of("www.facebook.com");
    int cut = hello.length / 2;
    assertTrue(send(judge, Arrays.copyOf(hello, cut)).isPass());
    byte[] rest = Arrays.copyOfRange(hello, cut, hello.length);
    assertEquals(effect, send(judge, rest).effect().word());
  }

  @Test
  void theServersOctetsAreNotRead() {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, RESET).open(flow(1));
    byte[] hello = Hellos.of("www.facebook.com");
    assertTrue(judge.onSegment(Direction.FROM_SERVER, hello, 0, hello.length, 0).isPass());
    assertEquals("reset", send(judge, hello).effect().word());
  }

  @Test
  void aVerdictStaysAndIsLoggedOnce() {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, RESET).open(flow(1));
    assertFalse(send(judge, Hellos.of("facebook.com")).isPass());
    assertTrue(send(judge, Hellos.of("facebook.com")).isPass());
    assertEquals(1, log.size());
    Restriction told = log.get(0);
    assertEquals("d-1", told.rule().reason().label());
    assertEquals("client-hello", told.on());
    assertEquals("facebook.com", told.name());
    assertFalse(told.clientHash().contains("127"));
  }

  @Test
  void aBlockPageNamesWhy() {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, PAGE).open(flow(1));
    byte[] head = ascii("GET / HTTP/1.1\r\nHost: www.facebook.com\r\n\r\n");
    StreamEffect.Answer answer = (StreamEffect.Answer) send(judge, head).effect();
    String text = new String(answer.octets(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("HTTP/1.1 451 Unavailable For Legal Reasons\r\n"), text);
    assertTrue(text.contains("Link: <https://operator.test/>; rel=\"blocked-by\"\r\n"), text);
    assertTrue(text.endsWith("\r\n\r\n<p>www.facebook.com d-1"), text);
  }

  @Test
  void aBlockPageForHeadHasNoBody() {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, PAGE).open(flow(1));
    byte[] head = ascii("HEAD / HTTP/1.1\r\nHost: www.facebook.com\r\n\r\n");
    StreamEffect.Answer answer = (StreamEffect.Answer) send(judge, head).effect();
    String text = new String(answer.octets(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("HTTP/1.1 451 ") && text.endsWith("\r\n\r\n"), text);
  }

  @Test
  void laterRequestsOfAnHttpStreamAreJudgedByTheVersionThen() {
    Enforcement enforcement = enforcement(InspectionPolicy.Reassembly.NONE, PAGE);
    enforcement.activate(Blocklist.EMPTY);
    FlowJudge judge = enforcement.open(flow(1));
    byte[] head = ascii("GET / HTTP/1.1\r\nHost: www.facebook.com\r\n\r\n");
    assertTrue(send(judge, head).isPass());
    assertTrue(send(judge, ascii("some body octets")).isPass());
    enforcement.activate(Blocklist.compile(2, List.of(FACEBOOK)));
    assertEquals("answer", send(judge, head).effect().word());
  }

  @Test
  void unknownOctetsEndTheInspection() {
    FlowJudge judge = enforcement(InspectionPolicy.Reassembly.NONE, RESET, PAGE).open(flow(1));
    assertTrue(send(judge, ascii("SSH-2.0-x\r\n")).isPass());
    assertFalse(judge.isInspecting());
  }

  @ParameterizedTest
  @CsvSource({"1,74,reset", "1,75,pass", "2,10,pass"})
  void residualHoldsTheSameFourTuple(int port, int afterSeconds, String effect) {
    Enforcement enforcement = enforcement(InspectionPolicy.Reassembly.NONE, RESET);
    send(enforcement.open(flow(1)), Hellos.of("facebook.com"));
    StreamRuling later = enforcement.open(flow(port)).onOpen(afterSeconds * SECOND);
    assertEquals(effect, later.effect().word());
    assertEquals(effect.equals("reset"), log.get(log.size() - 1).residual());
  }

  @Test
  void residualMemoryIsBounded() {
    ResidualMemory memory = new ResidualMemory(10);
    Residual residual = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(9), true);
    for (int i = 0; i < 100; i++) {
      FlowKey flow =
          new FlowKey(Endpoint.of("127.0.0." + (i + 1), 1), Endpoint.of("127.10.0.1", 443));
      memory.remember(residual, flow, false, StreamRuling.PASS, 0);
    }
    assertEquals(10, memory.size());
  }

  @Test
  void renewedResidualLastsWithTraffic() {
    ResidualMemory memory = new ResidualMemory(10);
    Residual renewed = new Residual(Residual.Key.ADDRESS_PAIR, Duration.ofSeconds(10), true);
    memory.remember(renewed, flow(1), false, StreamRuling.PASS, 0);
    assertTrue(memory.recall(flow(2), false, 9 * SECOND).isPresent());
    assertTrue(memory.recall(flow(3), false, 18 * SECOND).isPresent());
    assertTrue(memory.recall(flow(3), false, 28 * SECOND).isEmpty());
    assertEquals(0, memory.size());
  }
}
