package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Action;
import nadzor.censor.FlowJudgement;
import nadzor.censor.FlowKind;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.PaceState;
import nadzor.censor.Pacing;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.Rate;
import nadzor.censor.RestrictionLog;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Throttle;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feed of a laboratory on real sockets. */
@Timeout(60)
class LiveFlowsTest {
  private static final double RATE = 1_000;

  private static final Throttle SLOW =
      new Throttle(Optional.empty(), Optional.of(Pacing.of(Rate.shaping(RATE))));

  private final LiveFlows flows = LiveFlows.start(FlowLimits.STANDARD);
  private Optional<Laboratory> laboratory = Optional.empty();

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    List<ProfileRule> lines =
        List.of(
            line(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, new Rcode("nxdomain", 3)),
            line(Sighting.Kind.HTTP_HEAD, Measure.THROTTLE, SLOW));
    Profile profile = new Profile("p", "", List.of(), InspectionPolicy.PLAIN, lines);
    LaboratorySpec spec =
        new LaboratorySpec(
                TestWorld.WORLD.sites(),
                List.of(NetworkSpec.of("net", profile)),
                Fence.loopback(),
                directory,
                Clock.systemUTC().instant(),
                RestrictionLog.NONE)
            .withFlows(flows);
    laboratory = Optional.of(Laboratory.start(spec));
    Reason reason = new Reason.OfDecision("d-1", "case-1", "GP", "149-FZ", "A statement.");
    network()
        .activate(
            Blocklist.compile(
                7,
                List.of(
                    new Rule(Matcher.of("www.facebook.com"), Measure.BLOCK, reason),
                    new Rule(Matcher.of("scontent.xx.fbcdn.net"), Measure.THROTTLE, reason))));
  }

  private static ProfileRule line(Sighting.Kind kind, Measure measure, Action action) {
    return new ProfileRule(kind, measure, action, Optional.empty());
  }

  @AfterEach
  void stop() {
    laboratory.ifPresent(Laboratory::close);
    flows.close();
  }

  private LabNetwork network() {
    return laboratory.orElseThrow().network("net");
  }

  /** A client of the proxy that has said this. */
  private Socket client(String text) throws IOException {
    Socket socket = new Socket();
    socket.connect(network().proxy().toSocketAddress());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The first change of a flow like this, however long it takes to come. */
  private LiveFlow awaited(Predicate<FlowChange> like) {
    long after = 0;
    while (true) {
      FlowChanges changes = flows.since(after, 100);
      Optional<FlowChange> found = changes.list().stream().filter(like).findFirst();
      if (found.isPresent()) {
        return found.get().flow();
      }
      after = changes.next();
      Thread.onSpinWait();
    }
  }

  @Test
  void aThrottledDownloadShowsItsDecisionItsRateAndItsBucket() throws IOException {
    String request =
        "GET http://scontent.xx.fbcdn.net/object.png HTTP/1.1\r\nHost: scontent.xx.fbcdn.net\r\n\r\n";
    try (Socket client = client(request)) {
      long id =
          awaited(change -> change.flow().restriction().isPresent() && change.flow().isOpen()).id();
      assertEquals(100, client.getInputStream().readNBytes(100).length);
      LiveFlow flow = flows.flow(id).orElseThrow();
      assertEquals(FlowKind.HTTP, flow.kind());
      assertEquals("scontent.xx.fbcdn.net:80", flow.target());
      assertEquals("net", flow.network());
      FlowJudgement judgement = flow.restriction().orElseThrow();
      assertEquals("http-head", judgement.on());
      assertEquals(Optional.of("d-1"), judgement.decision());
      assertEquals(Optional.of("case-1"), judgement.caseFile());
      assertEquals(7, judgement.version());
      assertTrue(flow.bytesDown() >= 100);
      assertTrue(flow.bytesUp() > 0);
      PaceState pace = flow.paceDown().orElseThrow();
      assertEquals(RATE, pace.rate().orElseThrow().bytesPerSecond());
      assertEquals(Duration.ZERO, pace.delay());
      assertTrue(pace.tokens() <= pace.rate().orElseThrow().bucketBytes());
      InetAddress who = client.getLocalAddress();
      assertEquals(laboratory.orElseThrow().clients().of(who), flow.client());
    }
    LiveFlow over =
        awaited(
            change ->
                change.what() == FlowChange.What.CLOSED && change.flow().kind() == FlowKind.HTTP);
    assertEquals("the client left", over.why());
    assertTrue(over.closedNanos().orElseThrow() >= over.openedNanos());
  }

  @Test
  void aRefusedNameIsAQuestionAndAnEndOfTheFlow() throws IOException {
    try (Socket client = client("CONNECT www.facebook.com:443 HTTP/1.1\r\n\r\n")) {
      assertTrue(client.getInputStream().readAllBytes().length > 0);
      LiveFlow question =
          awaited(
              change ->
                  change.flow().kind() == FlowKind.DNS && change.flow().restriction().isPresent());
      assertEquals(Optional.of("www.facebook.com"), question.name());
      LiveFlow flow =
          awaited(
              change ->
                  change.what() == FlowChange.What.CLOSED
                      && change.flow().kind() == FlowKind.CONNECT);
      assertEquals("dns_error", flow.why());
      assertEquals("www.facebook.com:443", flow.target());
    }
  }
}
