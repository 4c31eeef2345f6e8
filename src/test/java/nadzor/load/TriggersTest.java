package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Arrays;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamEffect;
import nadzor.censor.StreamRuling;
import nadzor.flow.Addresses;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A million flows that leave something behind: what one network keeps of them is bounded. */
final class TriggersTest {
  private static final int TRIGGERS = 1_000_000;

  /** What a network remembers at most. */
  private static final int REMEMBERED = 100_000;

  /** Above the 540 octets that each of them is measured to take. */
  private static final long MOST_HEAP = 64L << 20;

  private static final long MOST_HEAP_OF_BUCKETS = 24L << 20;
  private static final InetAddress FIRST = Addresses.parse("10.0.0.0");
  private static final Endpoint SERVER = Endpoint.of("127.10.0.1", 443);

  /** So that a trace would be forgotten by its age only after ten times all triggers. */
  private static final long APART_NANOS = SubjectRules.REMEMBERED.toNanos() / TRIGGERS / 10;

  /** The octets in use after a collection, the least of several. */
  private static long heap() {
    long[] readings = new long[3];
    for (int i = 0; i < readings.length; i++) {
      System.gc();
      readings[i] = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
    return Arrays.stream(readings).min().orElseThrow();
  }

  private static FlowJudge open(Enforcement network, int client) {
    Endpoint from = new Endpoint(Addresses.plus(FIRST, client), 40_000);
    return network.open(new FlowKey(from, SERVER));
  }

  private static StreamRuling say(FlowJudge judge, byte[] hello, long now) {
    return judge.onSegment(Direction.FROM_CLIENT, hello, 0, hello.length, now);
  }

  @Test
  void aMillionResidualsStayWithinTheirLimit(TestReporter report) {
    Enforcement network = SubjectRules.remembering();
    byte[] hello = HelloBytes.withName("www.blocked.test");
    long before = heap();
    for (int i = 0; i < TRIGGERS; i++) {
      FlowJudge judge = open(network, i);
      assertTrue(judge.onOpen(i * APART_NANOS).isPass(), "an earlier trigger was of another");
      assertEquals("silence", say(judge, hello, i * APART_NANOS).effect().word());
    }
    long grown = heap() - before;
    report.publishEntry("residuals", grown / 1024 + " KiB");
    assertEquals(REMEMBERED, network.residualSize());
    long now = TRIGGERS * APART_NANOS;
    assertEquals("silence", open(network, TRIGGERS - 1).onOpen(now).effect().word());
    assertTrue(open(network, 0).onOpen(now).isPass(), "the oldest is still there");
    assertTrue(grown < MOST_HEAP, () -> "grew by " + grown + " octets");
  }

  @Test
  void aMillionBucketsStayWithinTheirLimit(TestReporter report) {
    Enforcement network = SubjectRules.remembering();
    byte[] hello = HelloBytes.withName("www.slow.test");
    long before = heap();
    for (int i = 0; i < TRIGGERS; i++) {
      FlowJudge judge = open(network, i);
      StreamEffect effect = say(judge, hello, i).effect();
      assertEquals("pace", effect.word());
      var unused =
          judge.bucket(
              Direction.FROM_SERVER, SubjectRules.SLOW, SubjectRules.SLOW.rate().orElseThrow(), i);
    }
    long grown = heap() - before;
    report.publishEntry("buckets", grown / 1024 + " KiB");
    assertEquals(0, network.residualSize());
    assertTrue(grown < MOST_HEAP_OF_BUCKETS, () -> "grew by " + grown + " octets");
  }
}
