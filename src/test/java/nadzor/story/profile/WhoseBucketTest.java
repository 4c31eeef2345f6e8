package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowJudge;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Pacing;
import nadzor.censor.RestrictionLog;
import nadzor.censor.StreamEffect;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is slowed down together by the shipped profiles. */
class WhoseBucketTest {
  private static final int ALL = 1 << 20;

  private static Enforcement enforcement(String profile) {
    Enforcement enforcement =
        new Enforcement(
            "net",
            new ProfileReader().read(Path.of("config/profiles", profile + ".yaml")),
            OwnAddresses.NONE,
            (host, rule) -> "",
            new ClientHash(1, 2),
            RestrictionLog.NONE);
    enforcement.activate(
        Blocklist.compile(
            1, List.of(rule("a.slow.test", "1"), rule("b.slow.test", "1"), rule("c.test", "2"))));
    return enforcement;
  }

  private static Rule rule(String name, String caseFile) {
    Reason reason = new Reason.OfDecision("decision", caseFile, "A", "B", "C");
    return new Rule(Matcher.of(name), Measure.THROTTLE, reason);
  }

  private static FlowJudge open(Enforcement enforcement, String client, int port) {
    FlowKey key = new FlowKey(Endpoint.of(client, port), Endpoint.of("127.10.0.1", 443));
    return enforcement.open(key);
  }

  /** A flow whose hello has been judged; takes what its bucket has. */
  private static int taken(Enforcement enforcement, String client, int port, String host) {
    FlowJudge flow = open(enforcement, client, port);
    assertTrue(flow.onOpen(0).isPass());
    byte[] hello = Segments.of("hello:" + host).get(0).octets();
    StreamRuling ruling = flow.onSegment(Direction.FROM_CLIENT, hello, 0, hello.length, 0);
    Pacing down = assertInstanceOf(StreamEffect.Pace.class, ruling.effect()).down().orElseThrow();
    return flow.bucket(Direction.FROM_SERVER, down, down.rate().orElseThrow(), 0).take(ALL, 0);
  }

  /** After one flow has emptied its bucket: who still has something to take. */
  @ParameterizedTest
  @CsvSource({
    "slow-ladder-1, true, true, true, true",
    "slow-ladder-2, false, false, true, true",
    "slow-ladder-3, false, false, false, true",
  })
  void eachStepSharesMoreWidely(
      String profile, boolean sameHost, boolean samePlatform, boolean otherClient, boolean other) {
    Enforcement enforcement = enforcement(profile);
    assertTrue(taken(enforcement, "127.40.0.1", 1, "a.slow.test") > 0);
    assertEquals(sameHost, taken(enforcement, "127.40.0.1", 2, "a.slow.test") > 0, "same host");
    assertEquals(
        samePlatform, taken(enforcement, "127.40.0.1", 3, "b.slow.test") > 0, "same platform");
    assertEquals(
        otherClient, taken(enforcement, "127.40.0.2", 4, "b.slow.test") > 0, "other client");
    assertEquals(other, taken(enforcement, "127.40.0.3", 5, "c.test") > 0, "other platform");
  }

  /** Facts: Tele2-3G shaped all uploads, by delay, at a rate like that of the throttling. */
  @Test
  void allUploadsOfASubscriberAreShapedAndNothingElse() {
    Enforcement enforcement = enforcement("tele2-3g-2021");
    StreamRuling ruling = open(enforcement, "127.40.0.1", 1).onOpen(0);
    StreamEffect.Pace pace = assertInstanceOf(StreamEffect.Pace.class, ruling.effect());
    assertEquals(Optional.empty(), pace.down());
    Pacing up = pace.up().orElseThrow();
    assertEquals(17_500, up.rate().orElseThrow().bytesPerSecond());
    assertEquals(Pacing.Share.CLIENT, up.share());
    assertEquals(Duration.ZERO, up.delay());
    assertTrue(!up.rate().orElseThrow().policing());
  }
}
