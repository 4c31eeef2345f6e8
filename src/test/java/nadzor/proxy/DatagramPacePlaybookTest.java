package nadzor.proxy;

import static nadzor.proxy.DatagramPlaybookTest.associated;
import static nadzor.proxy.DatagramPlaybookTest.heard;
import static nadzor.proxy.DatagramPlaybookTest.reached;
import static nadzor.proxy.DatagramPlaybookTest.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates, delays and losses of datagrams, in frozen time. */
final class DatagramPacePlaybookTest {
  private static Pacing jittery(long delay, long jitter) {
    return new Pacing(
        Optional.empty(),
        Pacing.Share.FLOW,
        0,
        Duration.ofMillis(delay),
        Duration.ofMillis(jitter),
        0);
  }

  private static Playbook paced(Pacing pacing) {
    return associated(new StreamEffect.Pace(Optional.of(pacing), Optional.empty()));
  }

  /** The share that is lost, and that one seed loses the same ones each time. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 1})
  void aShareOfTheDatagramsIsLost(double loss) {
    Pacing pacing =
        new Pacing(Optional.empty(), Pacing.Share.FLOW, 100, Duration.ZERO, Duration.ZERO, loss);
    List<Integer> arrived = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (Playbook play = paced(pacing)) {
        assertEquals(100, send(play, 100)); // is free
        for (int i = 1; i <= 1_000; i++) {
          arrived.add(send(play, i));
        }
        long lost = play.counters.datagramsRestricted();
        assertEquals(1_000 * loss, (double) lost, 1 + 3 * Math.sqrt(1_000 * loss * (1 - loss)));
        play.sockets.answer(Playbook.BOUND, new byte[3]);
        assertEquals(1, heard(play).size()); // the other direction loses none
      }
    }
    assertEquals(arrived.subList(0, 1_000), arrived.subList(1_000, 2_000));
  }

  @Test
  void jitterHoldsEachDatagramBackAndKeepsTheOrder() {
    Pacing pacing = jittery(300, 200);
    try (Playbook play = paced(pacing)) {
      for (int i = 1; i <= 100; i++) {
        assertEquals(0, send(play, i));
      }
      assertEquals(0, reached(play.advance(Duration.ofMillis(299))));
      play.advance(Duration.ofMillis(201));
      List<byte[]> all = play.sockets.reached(Playbook.BOUND);
      assertEquals(100, all.size());
      for (int i = 1; i <= 100; i++) {
        assertEquals(i, all.get(i - 1).length);
      }
    }
  }

  /** Ten seconds of twice the rate: half of it arrives, and the other half is lost. */
  @Test
  void policingLosesADatagramThatFindsTheBucketShort() {
    try (Playbook play = paced(Pacing.of(Rate.policing(5_000)))) {
      int arrived = send(play, 1_000);
      for (int i = 1; i < 100; i++) {
        play.advance(Duration.ofMillis(100));
        arrived += send(play, 1_000);
        assertTrue(arrived <= 5_000 + 5_000 * i / 10, i + ": " + arrived);
      }
      assertTrue(arrived >= 45_000, "arrived " + arrived);
      assertEquals(100 - arrived / 1_000, play.counters.datagramsRestricted());
    }
  }

  @Test
  void shapingHoldsDatagramsAndTheTailIsLostAtTheLimit() {
    Rate rate = Rate.shaping(10_000);
    try (Playbook play = paced(Pacing.of(rate))) {
      int arrived = 0;
      for (int i = 0; i < 150; i++) {
        arrived += send(play, 1_000);
      }
      int lost = (int) play.counters.datagramsRestricted();
      assertTrue(lost >= 17 && lost <= 22, "lost " + lost);
      for (int tick = 1; tick <= 1_400; tick++) {
        play.advance(Duration.ofMillis(10));
        arrived += reached(play);
        assertTrue(arrived <= rate.bucketBytes() + 100 * tick, tick + ": " + arrived);
      }
      assertEquals(150_000 - 1_000 * lost, arrived);
    }
  }

  @Test
  void aDelayHoldsEachDatagramBack() {
    Pacing pacing = new Pacing(Optional.empty(), Pacing.Share.FLOW, 150, Duration.ofMillis(300));
    try (Playbook play = paced(pacing)) {
      assertEquals(100, send(play, 100));
      assertEquals(0, send(play, 100));
      assertEquals(0, reached(play.advance(Duration.ofMillis(299))));
      assertEquals(100, reached(play.advance(Duration.ofMillis(1))));
    }
  }
}
