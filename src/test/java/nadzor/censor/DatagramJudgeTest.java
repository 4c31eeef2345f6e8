package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Measure;
import nadzor.censor.action.Silence;
import nadzor.censor.condition.MinLength;
import nadzor.censor.condition.Port;
import nadzor.censor.condition.SourcePortAbove;
import nadzor.censor.condition.Version;
import nadzor.flow.Sighting;
import nadzor.wire.QuicBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QUIC, as facts 2.2 and 2.5 have it. */
class DatagramJudgeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final byte[] HELLO = QuicBytes.hello("www.blocked.test");
  private static final int V1 = 1;
  private static final int V2 = 0x6b3343cf;
  private static final int DRAFT_29 = 0xff00001d;

  private static Profile profile(QuicPolicy quic, ProfileRule... rules) {
    return new Profile(
        "p",
        "",
        List.of(),
        Profile.Confidence.TEACHING,
        InspectionPolicy.PLAIN,
        quic,
        Profile.CENSORED,
        Optional.empty(),
        List.of(rules));
  }

  private static ProfileRule blanket() {
    return new ProfileRule(
        Sighting.Kind.QUIC_INITIAL,
        Aim.Anything.of(Judged.block("*:443")),
        List.of(
            new Version(Set.of(V1)),
            new Port(List.of(new Port.Range(443, 443))),
            new MinLength(1_001)),
        1,
        new Silence(1),
        Optional.of(new Residual(Residual.Key.FOUR_TUPLE, Duration.ofMinutes(7), false)));
  }

  private static ProfileRule byName(boolean sourcePortAbove) {
    return new ProfileRule(
        Sighting.Kind.QUIC_INITIAL,
        new Aim.Listed(Measure.BLOCK, Aim.By.NAME),
        sourcePortAbove ? List.of(new SourcePortAbove(true)) : List.of(),
        1,
        new Silence(0),
        Optional.of(new Residual(Residual.Key.THREE_TUPLE, Duration.ofMinutes(3), false)));
  }

  private static String judged(DatagramJudge judge, byte[] datagram, long now) {
    return judge.onDatagram(datagram, 0, datagram.length, now).effect().word();
  }

  @ParameterizedTest
  @CsvSource({"1, 443, silence", "1, 8443, pass", "0x6b3343cf, 443, pass", "-16777187, 443, pass"})
  void theBlanketLooksAtVersionAndPort(String version, int port, String expected) {
    Enforcement network = Judged.network(profile(QuicPolicy.VERSIONS, blanket()), 1);
    DatagramJudge judge = network.openDatagrams(Judged.flow(1, 40_000, port));
    byte[] datagram = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    int number = Long.decode(version).intValue();
    for (int i = 0; i < 4; i++) {
      datagram[1 + i] = (byte) (number >>> (24 - 8 * i));
    }
    assertEquals(expected, judged(judge, datagram, 0));
  }

  @Test
  void aThousandOctetsPassTheBlanket() {
    Enforcement network = Judged.network(profile(QuicPolicy.VERSIONS, blanket()), 1);
    byte[] whole = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    DatagramJudge small = network.openDatagrams(Judged.flow(1, 40_000, 443));
    assertEquals("pass", small.onDatagram(whole, 0, 1_000, 0).effect().word());
    DatagramJudge large = network.openDatagrams(Judged.flow(1, 40_001, 443));
    assertEquals("silence", large.onDatagram(whole, 0, 1_001, 0).effect().word());
  }

  @Test
  void theFourTupleStaysSilentForSevenMinutes() {
    Enforcement network = Judged.network(profile(QuicPolicy.VERSIONS, blanket()), 1);
    byte[] datagram = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    assertEquals(
        "silence", judged(network.openDatagrams(Judged.flow(1, 40_000, 443)), datagram, 0));
    DatagramJudge same = network.openDatagrams(Judged.flow(1, 40_000, 443));
    assertEquals("silence", same.onOpen(419 * SECOND).effect().word());
    DatagramJudge otherPort = network.openDatagrams(Judged.flow(1, 40_001, 443));
    assertEquals("pass", otherPort.onOpen(SECOND).effect().word());
    DatagramJudge later = network.openDatagrams(Judged.flow(1, 40_000, 443));
    assertEquals("pass", later.onOpen(421 * SECOND).effect().word());
    FlowJudge stream = network.open(Judged.flow(1, 40_000, 443));
    assertEquals("pass", stream.onOpen(SECOND).effect().word());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, whole, silence",
    "NONE, frames, pass",
    "FRAMES, frames, silence",
    "FRAMES, datagrams, pass",
    "DATAGRAMS, datagrams, silence",
  })
  void theNameIsReadAsFarAsThePolicyGoes(QuicPolicy.Gather gather, String cut, String expected) {
    Profile profile = profile(new QuicPolicy(true, gather, true), byName(false));
    for (int version : new int[] {V1, V2}) {
      Enforcement network = Judged.network(profile, 1, Judged.block(".blocked.test"));
      DatagramJudge judge = network.openDatagrams(Judged.flow(1, 40_000, 443));
      String last = "pass";
      for (byte[] datagram : cut(version, cut)) {
        last = last.equals("pass") ? judged(judge, datagram, 0) : last;
      }
      assertEquals(expected, last, "version " + version);
    }
  }

  private static List<byte[]> cut(int version, String how) {
    byte[] first = QuicBytes.crypto(HELLO, 0, 60);
    byte[] second = QuicBytes.crypto(HELLO, 60, HELLO.length);
    return switch (how) {
      case "whole" -> List.of(QuicBytes.datagram(version, QuicBytes.crypto(0, HELLO)));
      case "frames" -> List.of(QuicBytes.datagram(version, second, first));
      default -> List.of(QuicBytes.datagram(version, second), QuicBytes.datagram(version, first));
    };
  }

  @Test
  void anUnknownVersionHidesTheName() {
    Profile profile = profile(new QuicPolicy(true, QuicPolicy.Gather.FRAMES, true), byName(false));
    Enforcement network = Judged.network(profile, 1, Judged.block(".blocked.test"));
    byte[] datagram = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    for (int i = 0; i < 4; i++) {
      datagram[1 + i] = (byte) (DRAFT_29 >>> (24 - 8 * i));
    }
    assertEquals("pass", judged(network.openDatagrams(Judged.flow(1, 40_000, 443)), datagram, 0));
  }

  /** Facts 2.5: the state of a UDP flow lives for 60 s; what was silent for longer is new. */
  @Test
  void aFlowThatWasForgottenIsLookedAtAnew() {
    QuicPolicy kept =
        new QuicPolicy(true, QuicPolicy.Gather.NONE, false, Optional.of(Duration.ofSeconds(60)));
    Enforcement network =
        Judged.network(profile(kept, byName(true)), 1, Judged.block(".blocked.test"));
    byte[] datagram = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    DatagramJudge judge = network.openDatagrams(Judged.flow(2, 40_000, 443));
    assertEquals("pass", judge.onOpen(0).effect().word());
    assertEquals("pass", judged(judge, new byte[] {1, 2, 3}, 0));
    assertTrue(judge.isInspecting());
    assertEquals("pass", judged(judge, datagram, 60 * SECOND));
    assertEquals("pass", judged(judge, datagram, 120 * SECOND));
    assertEquals("silence", judged(judge, datagram, 120 * SECOND + 60 * SECOND + 1));
    assertFalse(judge.isInspecting());
    Enforcement unrestricted = Judged.network(Profile.NEUTRAL, 1);
    assertFalse(unrestricted.openDatagrams(Judged.flow(1, 40_000, 443)).isInspecting());
  }

  /** Facts 2.5: a random datagram first, or a source port at or below the destination's, pass. */
  @Test
  void theFirstDatagramAndTheSourcePortDecide() {
    QuicPolicy first = new QuicPolicy(true, QuicPolicy.Gather.NONE, false);
    Enforcement network =
        Judged.network(profile(first, byName(true)), 1, Judged.block(".blocked.test"));
    byte[] datagram = QuicBytes.datagram(V1, QuicBytes.crypto(0, HELLO));
    DatagramJudge low = network.openDatagrams(Judged.flow(1, 443, 443));
    assertEquals("pass", judged(low, datagram, 0));
    DatagramJudge random = network.openDatagrams(Judged.flow(2, 40_000, 443));
    assertEquals("pass", judged(random, new byte[] {1, 2, 3}, 0));
    assertFalse(random.isInspecting());
    assertEquals("pass", judged(random, datagram, 0));
    DatagramJudge plain = network.openDatagrams(Judged.flow(3, 40_000, 443));
    assertEquals("silence", judged(plain, datagram, 0));
    DatagramJudge after = network.openDatagrams(Judged.flow(3, 40_009, 443));
    assertEquals("silence", after.onOpen(179 * SECOND).effect().word());
  }
}
