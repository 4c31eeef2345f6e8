package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import nadzor.censor.Action;
import nadzor.censor.Grace;
import nadzor.censor.Pacing;
import nadzor.censor.Pieces;
import nadzor.censor.action.Close;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Silence;
import nadzor.censor.action.Throttle;
import nadzor.files.BadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What still passes before an action, and what is drawn for one, as profiles write it. */
class GraceAndChanceTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  private static Action action(String line) {
    String head = "profile: p\nabout: A profile.\nsource: [made up]\nenforce:\n  - ";
    return new ProfileReader().parse("p.yaml", head + line + "\n").rules().get(0).action();
  }

  private static Action onHello(String written) {
    return action("{on: client-hello, any-name: true, action: " + written + "}");
  }

  private static Grace grace(int segments, long octets, Optional<Duration> time) {
    return new Grace(segments, octets, time);
  }

  @Test
  void withoutAnyItIsAtOnce() {
    assertEquals(new Close(), onHello("close"));
    assertEquals(new Close(), onHello("{close: {}}"));
    assertEquals(new Silence(0), onHello("{silence: {}}"));
    assertEquals(new Reset(Reset.Towards.BOTH), onHello("{reset: {towards: both}}"));
    assertTrue(Grace.NONE.isNone());
  }

  @Test
  void octetsAndTimeLeaveTheSegmentsUncounted() {
    Grace octets = grace(Grace.ANY_SEGMENTS, 16_384, Optional.empty());
    Grace time = grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, Optional.of(FIVE));
    assertEquals(new Close(octets), onHello("{close: {after-octets: 16384}}"));
    assertEquals(new Close(time), onHello("{close: {after-time: 5 s}}"));
    assertEquals(new Silence(time), onHello("{silence: {after-time: 5 s}}"));
    assertEquals(
        new Reset(Reset.Towards.SERVER, false, octets),
        onHello("{reset: {towards: server, after-octets: 16384}}"));
    assertEquals(
        new Reset(Reset.Towards.CLIENT, false, grace(3, 9, Optional.of(FIVE))),
        onHello("{reset: {towards: client, after: 3, after-octets: 9, after-time: 5 s}}"));
  }

  @Test
  void aCloseMayBeMuteUntilThen() {
    Grace mute = new Grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, Optional.of(FIVE), true);
    assertEquals(new Close(mute), onHello("{close: {after-time: 5 s, mute: true}}"));
  }

  @Test
  void aConnectionMayBeClosedLater() {
    Action action = action("{on: connection, any-name: true, action: {close: {after-octets: 9}}}");
    assertEquals(new Close(grace(Grace.ANY_SEGMENTS, 9, Optional.empty())), action);
  }

  @Test
  void jitterMayStandAlone() {
    Duration fifty = Duration.ofMillis(50);
    Pacing alone = new Pacing(Optional.empty(), Pacing.Share.FLOW, 0, Duration.ZERO, fifty, 0);
    assertEquals(
        new Throttle(Optional.of(alone), Optional.of(alone)),
        onHello("{throttle: {jitter: 50 ms}}"));
    Pacing down = new Pacing(Optional.empty(), Pacing.Share.FLOW, 0, FIVE, fifty, 0);
    assertEquals(
        new Throttle(Optional.empty(), Optional.of(down)),
        onHello("{throttle: {down: {delay: 5 s, jitter: 50 ms}}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on: quic-initial, any-name: true",
        "on: datagram, any-name: true",
        "on: connection, any-name: true, datagrams: true"
      })
  void lossIsForDatagrams(String line) {
    Action action = action("{" + line + ", action: {throttle: {up: {loss: 0.02}}}}");
    Pacing up =
        new Pacing(Optional.empty(), Pacing.Share.FLOW, 0, Duration.ZERO, Duration.ZERO, 0.02);
    assertEquals(new Throttle(Optional.of(up), Optional.empty()), action);
  }

  @Test
  void piecesAndALateEnd() {
    Pacing down = Pacing.of(new Pieces(20, Duration.ofMillis(5)));
    assertEquals(
        new Throttle(Optional.empty(), Optional.of(down)),
        onHello("{throttle: {down: {pieces: 20, gap: 5 ms}}}"));
    Pacing up =
        new Pacing(
            Optional.empty(),
            Pacing.Share.FLOW,
            0,
            Duration.ZERO,
            Duration.ZERO,
            0,
            Optional.empty(),
            FIVE);
    assertEquals(
        new Throttle(Optional.of(up), Optional.empty()),
        action("{on: connection, any-name: true, action: {throttle: {up: {fin-delay: 5 s}}}}"));
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.5", "1.5", "'a few'"})
  void aShareIsAboveZeroAndAtMostOne(String loss) {
    String line = "{on: datagram, any-name: true, action: {throttle: {loss: " + loss + "}}}";
    BadFile bad = assertThrows(BadFile.class, () -> action(line));
    assertTrue(bad.problems().toString().contains("loss"), bad.problems().toString());
  }
}
