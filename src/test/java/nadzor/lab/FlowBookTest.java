package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowKind;
import nadzor.censor.FlowTrace;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.flow.Direction;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of flows, how much of it, and how changes are asked for. */
class FlowBookTest {
  private static final Endpoint CLIENT = Endpoint.of("127.40.0.1", 50_000);

  private final LiveFlows flows = new LiveFlows(new FlowLimits(6, 3, 2, 5), () -> 1_000);
  private final Enforcement network =
      new Enforcement(
          "net",
          Profile.NEUTRAL,
          OwnAddresses.NONE,
          (host, rule) -> "",
          new ClientHash(1, 2),
          RestrictionLog.NONE,
          flows,
          1);

  @AfterEach
  void stop() {
    flows.close();
  }

  private FlowTrace open(String target) {
    return network.flows().open(FlowKind.CONNECT, CLIENT.address(), () -> target, 10);
  }

  private void ask(String name) {
    DnsQuestion question = new DnsQuestion().type(28);
    byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
    question.name().set(octets, 0, octets.length);
    assertTrue(network.flows().isWanted());
    network.flows().passed(question, Blocklist.EMPTY.number(), CLIENT.address(), 20);
  }

  private static List<String> targets(List<LiveFlow> list) {
    return list.stream().map(LiveFlow::target).toList();
  }

  @Test
  void aSnapshotShowsWhatLivesAndWhatHasEnded() {
    FlowTrace first = open("a.test:443");
    open("b.test:443");
    first.gauge().count(Direction.FROM_CLIENT, 7);
    ask("www.a.test");
    first.ending("reset");
    first.close(30);
    FlowSnapshot snapshot = flows.snapshot();
    assertEquals(List.of("b.test:443"), targets(snapshot.open()));
    assertEquals(List.of("a.test:443", "resolver/udp"), targets(snapshot.closed()));
    LiveFlow ended = snapshot.closed().get(0);
    assertEquals("reset", ended.why());
    assertEquals(30, ended.closedNanos().orElseThrow());
    assertEquals(7, ended.bytesUp());
    LiveFlow question = snapshot.closed().get(1);
    assertEquals(Optional.of("www.a.test"), question.name());
    assertEquals(28, question.questionType());
    assertEquals(FlowKind.DNS, question.kind());
    assertEquals(Optional.of(ended), flows.flow(ended.id()));
  }

  @Test
  void countersAreReadAtTheMomentOfAsking() {
    FlowTrace flow = open("a.test:443");
    assertEquals(0, flows.snapshot().open().get(0).bytesDown());
    flow.gauge().count(Direction.FROM_SERVER, 5);
    flow.gauge().count(Direction.FROM_SERVER, 6);
    assertEquals(11, flows.snapshot().open().get(0).bytesDown());
    assertEquals(1, flows.snapshot().sequence());
  }

  @Test
  void openFlowsPastTheLimitAreCountedAndClosedOnesForgotten() {
    for (int i = 0; i < 4; i++) {
      open(i + ".test:443");
    }
    assertEquals(3, flows.snapshot().open().size());
    assertEquals(1, flows.snapshot().unlisted());
    for (int i = 0; i < 3; i++) {
      ask(i + ".test");
    }
    assertEquals(2, flows.snapshot().closed().size());
    assertEquals(Optional.of("2.test"), flows.snapshot().closed().get(0).name());
  }

  @Test
  void changesGoOnFromASequenceNumber() {
    FlowTrace flow = open("a.test:443");
    long from = flows.snapshot().sequence();
    ask("a.test");
    flow.close(40);
    FlowChanges one = flows.since(from, 1);
    assertEquals(FlowKind.DNS, one.list().get(0).flow().kind());
    FlowChanges rest = flows.since(one.next(), 9);
    assertEquals(FlowChange.What.CLOSED, rest.list().get(0).what());
    assertEquals(3, rest.list().get(0).sequence());
    assertTrue(rest.complete());
    FlowChanges none = flows.since(rest.next(), 9);
    assertEquals(new FlowChanges(List.of(), 3, true), none);
  }

  @Test
  void aGapIsSaid() {
    for (int i = 0; i < 6; i++) {
      ask(i + ".test");
    }
    assertTrue(flows.since(1, 9).complete());
    FlowChanges late = flows.since(0, 9);
    assertFalse(late.complete());
    assertEquals(2, late.list().get(0).sequence());
    assertEquals(6, late.next());
    assertFalse(flows.since(7_000, 9).complete());
    assertEquals(6, flows.since(7_000, 9).next());
  }

  @Test
  void aFullQueueLosesEventsCountsThemAndStillSeesTheEnd() {
    FlowTrace flow = open("a.test:443");
    for (int i = 0; i < 5; i++) {
      ask(i + ".test");
    }
    flow.ending("idle");
    flow.close(50);
    FlowSnapshot snapshot = flows.snapshot();
    assertEquals(1, snapshot.lost());
    assertEquals(List.of(), snapshot.open());
    assertEquals("idle", snapshot.closed().get(0).why());
    assertEquals(1_000, snapshot.closed().get(0).closedNanos().orElseThrow());
  }
}
