package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.censor.action.Silence;
import nadzor.censor.action.Throttle;
import nadzor.flow.Addresses;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;

/** What a network keeps beyond single flows. */
class MemoryTest {
  private static final long SECOND = 1_000_000_000L;

  private static Profile profile(ProfileRule rule) {
    return new Profile("p", "", List.of(), InspectionPolicy.PLAIN, List.of(rule));
  }

  private static String send(FlowJudge judge, String name, long now) {
    byte[] hello = Hellos.of(name);
    return judge.onSegment(Direction.FROM_CLIENT, hello, 0, hello.length, now).effect().word();
  }

  private static ProfileRule silent(boolean renewed) {
    return new ProfileRule(
        Sighting.Kind.CLIENT_HELLO,
        Measure.BLOCK,
        new Silence(0),
        Optional.of(new Residual(Residual.Key.THREE_TUPLE, Duration.ofMinutes(3), renewed)));
  }

  @Test
  void aMillionTriggersAreNotAllKept() {
    ResidualMemory memory = new ResidualMemory(100_000);
    Residual residual = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(9), false);
    Endpoint server = Endpoint.of("127.10.0.1", 443);
    for (int i = 0; i < 1_000_000; i++) {
      Endpoint client = new Endpoint(Addresses.plus(Addresses.parse("10.0.0.0"), i), 1);
      memory.remember(residual, new FlowKey(client, server), false, StreamRuling.PASS, 0);
    }
    assertEquals(100_000, memory.size());
  }

  @Test
  void theLongerOfTwoResidualsHolds() {
    ResidualMemory memory = new ResidualMemory(10);
    StreamRuling first = new StreamRuling(new StreamEffect.Discard(0), Optional.empty());
    StreamRuling second = new StreamRuling(new StreamEffect.Reset(true, false), Optional.empty());
    Residual longer = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(9), false);
    Residual shorter = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(2), false);
    FlowKey flow = Judged.flow(1, 40_000, 443);
    memory.remember(longer, flow, false, first, 0);
    memory.remember(shorter, flow, false, second, SECOND);
    assertEquals(Optional.of(first), memory.recall(flow, false, 5 * SECOND));
    memory.remember(shorter, flow, false, second, 8 * SECOND);
    assertEquals(Optional.of(second), memory.recall(flow, false, 9 * SECOND));
  }

  @Test
  void trafficOfTheSilencedFlowRenews() {
    for (boolean renewed : new boolean[] {true, false}) {
      Enforcement network = Judged.network(profile(silent(renewed)), 1, Judged.block("a.test"));
      FlowJudge first = network.open(Judged.flow(1, 40_000, 443));
      assertEquals("silence", send(first, "a.test", 0));
      first.onRestrictedTraffic(100 * SECOND);
      FlowJudge later = network.open(Judged.flow(1, 40_001, 443));
      String expected = renewed ? "silence" : "pass";
      assertEquals(expected, later.onOpen(200 * SECOND).effect().word());
    }
  }

  private static Bucket bucket(Enforcement network, Pacing pacing, int client, String name) {
    FlowJudge judge = network.open(Judged.flow(client, 40_000, 443));
    assertEquals("pace", send(judge, name, 0));
    Rate rate = pacing.rate().orElseThrow();
    return judge.bucket(Direction.FROM_SERVER, pacing, rate, 0);
  }

  @Test
  void bucketsAreSharedAsTheProfileSays() {
    for (Pacing.Share share : Pacing.Share.values()) {
      Pacing pacing = new Pacing(Optional.of(Rate.policing(1_000)), share, 0, Duration.ZERO);
      ProfileRule rule =
          new ProfileRule(
              Sighting.Kind.CLIENT_HELLO,
              Measure.BLOCK,
              new Throttle(Optional.empty(), Optional.of(pacing)),
              Optional.empty());
      Enforcement network = Judged.network(profile(rule), 1, Judged.block("a.test"));
      Bucket first = bucket(network, pacing, 1, "a.test");
      Bucket sameClient = bucket(network, pacing, 1, "a.test");
      Bucket otherClient = bucket(network, pacing, 2, "a.test");
      switch (share) {
        case FLOW -> assertNotSame(first, sameClient);
        case CLIENT -> {
          assertSame(first, sameClient);
          assertNotSame(first, otherClient);
        }
        case PLATFORM -> assertSame(first, otherClient);
      }
    }
  }

  @Test
  void aSharedBucketGrantsNoMoreThanItsRate() {
    SharedBuckets buckets = new SharedBuckets(2);
    SharedBuckets.Key key = new SharedBuckets.Key(Rate.policing(1_000), false, "client");
    int granted = 0;
    for (int tenth = 0; tenth <= 100; tenth++) {
      for (int flow = 0; flow < 7; flow++) {
        granted += buckets.of(key, 0).take(300, tenth * SECOND / 10);
      }
    }
    assertTrue(granted <= 11_000 && granted >= 10_000, "granted " + granted);
    buckets.of(new SharedBuckets.Key(Rate.policing(1_000), true, "b"), 0);
    buckets.of(new SharedBuckets.Key(Rate.policing(1_000), true, "c"), 0);
    assertEquals(2, buckets.size());
  }

  private static String drawn(long seed, int flows) {
    ProfileRule rule =
        new ProfileRule(
            Sighting.Kind.CLIENT_HELLO,
            new Aim.Listed(Measure.BLOCK, Aim.By.NAME),
            List.of(),
            0.3,
            new Silence(0),
            Optional.empty());
    Enforcement network = Judged.network(profile(rule), seed, Judged.block("a.test"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < flows; i++) {
      FlowJudge judge = network.open(Judged.flow(1, 20_000 + (int) (seed + i) % 30_000, 443));
      text.append(send(judge, "a.test", 0).charAt(0));
    }
    return text.toString();
  }

  @Test
  void chanceRepeatsWithItsSeedAndKeepsItsShare() {
    assertEquals(drawn(7, 50), drawn(7, 50));
    assertTrue(!drawn(7, 50).equals(drawn(8, 50)), "another seed, another draw");
    long silences = drawn(7, 1_000).chars().filter(c -> c == 's').count();
    assertTrue(silences > 240 && silences < 360, "of 1,000 flows " + silences);
  }

  @Test
  void anIdleFlowIsForgotten() {
    InspectionPolicy policy =
        new InspectionPolicy(
            InspectionPolicy.Reassembly.NONE,
            InspectionPolicy.DEFAULT_LIMIT,
            15,
            101,
            false,
            true,
            false,
            Optional.of(Duration.ofMinutes(10)));
    Profile profile = new Profile("p", "", List.of(), policy, List.of(silent(false)));
    Enforcement network = Judged.network(profile, 1, Judged.block("a.test"));
    FlowJudge waits = network.open(Judged.flow(1, 40_000, 443));
    assertEquals("pass", send(waits, "neutral.test", 0));
    assertEquals("pass", send(waits, "a.test", 601 * SECOND));
    FlowJudge busy = network.open(Judged.flow(3, 40_000, 443));
    assertEquals("pass", send(busy, "neutral.test", 0));
    assertTrue(busy.isInspecting(Direction.FROM_SERVER), "what the server sends is noticed");
    byte[] octets = new byte[100];
    var unused = busy.onSegment(Direction.FROM_SERVER, octets, 0, 100, 400 * SECOND);
    assertEquals("silence", send(busy, "a.test", 800 * SECOND));
    FlowJudge soon = network.open(Judged.flow(2, 40_000, 443));
    assertEquals("pass", send(soon, "neutral.test", 0));
    assertEquals("silence", send(soon, "a.test", 599 * SECOND));
  }

  @Test
  void longDurationsScale() {
    Enforcement network =
        Judged.network(profile(silent(false)).scaled(0.01), 1, Judged.block("a.test"));
    FlowJudge first = network.open(Judged.flow(1, 40_000, 443));
    assertEquals("silence", send(first, "a.test", 0));
    assertEquals(
        "silence", network.open(Judged.flow(1, 40_001, 443)).onOpen(SECOND).effect().word());
    assertEquals(
        "pass", network.open(Judged.flow(1, 40_001, 443)).onOpen(2 * SECOND).effect().word());
  }

  @Test
  void whatHasRunOutIsForgotten() {
    ResidualMemory memory = new ResidualMemory(1_000);
    Residual residual = new Residual(Residual.Key.FOUR_TUPLE, Duration.ofSeconds(9), false);
    for (int port = 1; port <= 500; port++) {
      memory.remember(residual, Judged.flow(1, port, 443), false, StreamRuling.PASS, 0);
    }
    FlowKey later = Judged.flow(2, 1, 443);
    memory.remember(residual, later, false, StreamRuling.PASS, 10 * SECOND);
    assertEquals(1, memory.size());
  }

  @Test
  void aFlowIsDrawnForOnce() {
    ProfileRule rule =
        new ProfileRule(
            Sighting.Kind.HTTP_HEAD,
            new Aim.Listed(Measure.BLOCK, Aim.By.NAME),
            List.of(),
            0.5,
            new Silence(0),
            Optional.empty());
    Enforcement network = Judged.network(profile(rule), 3, Judged.block("a.test"));
    byte[] head = "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    int passed = 0;
    for (int flow = 0; flow < 20; flow++) {
      FlowJudge judge = network.open(Judged.flow(flow + 1, 40_000, 80));
      StreamRuling first = judge.onSegment(Direction.FROM_CLIENT, head, 0, head.length, 0);
      for (int again = 0; first.isPass() && again < 20; again++) {
        assertTrue(judge.onSegment(Direction.FROM_CLIENT, head, 0, head.length, 0).isPass());
      }
      passed += first.isPass() ? 1 : 0;
    }
    assertTrue(passed > 3 && passed < 17, "passed " + passed);
  }
}
