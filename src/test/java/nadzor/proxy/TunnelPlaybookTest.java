package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;

/** What effects do to a tunnel, in frozen time. */
final class TunnelPlaybookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");

  private static Playbook blocked(StreamEffect effect) {
    return new Playbook(Enforcements.of(effect)).tunnel("www.blocked.test");
  }

  @Test
  void relaysBothWaysUntouched() {
    try (Playbook play = new Playbook(Enforcements.of(new StreamEffect.Reset(true, true)))) {
      play.tunnel("www.open.test").hello("www.open.test").say(new byte[5_000]);
      assertEquals(HelloBytes.withName("www.open.test").length + 5_000, play.reached().length);
      assertEquals(3_000, play.reply(new byte[3_000]).heard().length());
      assertEquals(0, play.counters.restricted());
      assertEquals(3_000, play.counters.bytesDown());
    }
  }

  @Test
  void aHelloInTwoSegmentsPassesWithoutReassembly() {
    try (Playbook play = blocked(new StreamEffect.Reset(true, true))) {
      play.say(Arrays.copyOf(HELLO, 30)).say(Arrays.copyOfRange(HELLO, 30, HELLO.length));
      assertArrayEquals(HELLO, play.reached());
    }
  }

  @Test
  void aLongReadIsCutIntoSegments() {
    try (Playbook play = blocked(new StreamEffect.Reset(true, true))) {
      byte[] padded = HelloBytes.withName("www.blocked.test", 1_460);
      assertEquals(padded.length, play.say(padded).reached().length);
      assertTrue(play.client.isOpen());
    }
  }

  @Test
  void aResetClosesWithoutLinger() {
    try (Playbook play = blocked(new StreamEffect.Reset(true, true))) {
      play.hello("www.blocked.test");
      assertFalse(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
      assertEquals(0, play.reached().length);
      assertEquals(1, play.counters.restricted());
    }
  }

  @Test
  void aResetTowardsTheServerLeavesTheClientInSilence() {
    try (Playbook play = blocked(new StreamEffect.Reset(false, true))) {
      play.hello("www.blocked.test").say("more");
      assertTrue(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(60)).client.isOpen());
    }
  }

  @Test
  void silenceFallsAtOnceAndLastsUntilTheTimeIsUp() {
    try (Playbook play = blocked(new StreamEffect.Discard(0))) {
      play.hello("www.blocked.test").advance(Duration.ofSeconds(59)).say("more").reply(HELLO);
      assertEquals("", play.heard());
      assertEquals(0, play.reached().length);
      assertTrue(play.client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void inSilenceTheOriginsEndIsNotHeardAndTheClientMayLeave() {
    try (Playbook play = blocked(new StreamEffect.Discard(0))) {
      Ending.now(play.hello("www.blocked.test").upstream);
      assertTrue(play.client.isOpen());
      assertFalse(play.sayNoMore().client.isOpen());
    }
  }

  @Test
  void segmentsAreCountedInBothDirectionsBeforeTheyVanish() {
    try (Playbook play = blocked(new StreamEffect.Discard(4))) {
      play.hello("www.blocked.test").reply(new byte[1_460]).reply(new byte[2_000]);
      assertEquals(1_460 + 2_000, play.heard().length());
      play.reply(new byte[10]).say("more");
      assertEquals("", play.heard());
      assertArrayEquals(HELLO, play.reached());
    }
  }

  @Test
  void aReadThatGoesBeyondTheCountIsCut() {
    try (Playbook play = blocked(new StreamEffect.Discard(2))) {
      play.hello("www.blocked.test").reply(new byte[5_000]);
      assertEquals(1_460, play.heard().length());
    }
  }

  @Test
  void anAnswerComesInTheServersNameAndTheFlowCloses() {
    try (Playbook play = blocked(Enforcements.answer("HTTP/1.1 451 No\r\n\r\n"))) {
      play.say("GET / HTTP/1.1\r\nHost: www.blocked.test\r\n\r\n");
      assertEquals("HTTP/1.1 451 No\r\n\r\n", play.heard());
      assertEquals(0, play.reached().length);
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void laterRequestsOfAnHttpFlowAreJudgedToo() {
    try (Playbook play = blocked(Enforcements.answer("no"))) {
      String open = "GET / HTTP/1.1\r\nHost: www.open.test\r\n\r\n";
      play.say(open).say("GET / HTTP/1.1\r\nHost: www.blocked.test\r\n\r\n");
      assertEquals(open.length(), play.reached().length);
      assertEquals("no", play.heard());
    }
  }

  /** Policing: a bucket at once, then nothing until it is full again. */
  @Test
  void policingIsBurstAndStallAtTheExactRate() {
    Rate rate = Rate.policing(1_000);
    try (Playbook play = blocked(new StreamEffect.Pace(rate, rate))) {
      play.hello("www.blocked.test").reply(new byte[3_500]);
      assertEquals(HELLO.length, play.reached().length);
      assertEquals(1_000, play.heard().length());
      assertFalse(play.upstream.config().isAutoRead());
      assertEquals(0, play.advance(Duration.ofMillis(999)).heard().length());
      assertEquals(1_000, play.advance(Duration.ofMillis(1)).heard().length());
      assertEquals(1_000, play.advance(Duration.ofSeconds(1)).heard().length());
      assertEquals(500, play.advance(Duration.ofSeconds(1)).heard().length());
      assertTrue(play.upstream.config().isAutoRead());
    }
  }

  /** Shaping: at no instant more than the rate and one bucket, and the rate is reached. */
  @Test
  void shapingIsAnEvenFlow() {
    Rate rate = Rate.shaping(10_000);
    try (Playbook play = blocked(new StreamEffect.Pace(rate, rate))) {
      play.hello("www.blocked.test").reply(new byte[40_000]);
      int heard = play.heard().length();
      for (int millis = 10; millis <= 3_000; millis += 10) {
        heard += play.advance(Duration.ofMillis(10)).heard().length();
        assertTrue(heard <= rate.bucketBytes() + 10 * millis, millis + " ms: " + heard);
      }
      assertTrue(heard >= 29_500, "heard " + heard);
    }
  }

  @Test
  void theEndOfAPacedDirectionWaitsForWhatIsBeforeIt() {
    Rate rate = Rate.policing(1_000);
    try (Playbook play = blocked(new StreamEffect.Pace(rate, rate))) {
      play.hello("www.blocked.test").say(new byte[2_000]).sayNoMore();
      assertTrue(play.upstream.isOpen());
      play.advance(Duration.ofSeconds(1))
          .advance(Duration.ofSeconds(1))
          .advance(Duration.ofSeconds(1));
      assertEquals(HELLO.length + 2_000, play.reached().length);
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void aSlowReaderHoldsItsSourceBack() {
    try (Playbook play = new Playbook(Enforcements.none()).tunnel("www.open.test")) {
      play.client.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
      play.client.runPendingTasks();
      play.reply(new byte[1_000]);
      assertFalse(play.upstream.config().isAutoRead());
      play.client.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
      play.client.runPendingTasks();
      assertTrue(play.upstream.config().isAutoRead());
      assertEquals(1_000, play.heard().length());
    }
  }

  @Test
  void anIdleTunnelIsClosedAndABusyOneIsNot() {
    try (Playbook play = new Playbook(Enforcements.none()).tunnel("www.open.test")) {
      play.advance(Duration.ofSeconds(40)).say("x").advance(Duration.ofSeconds(40)).reply(HELLO);
      assertTrue(play.advance(Duration.ofSeconds(59)).client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void aBrokenOriginBreaksTheClient() {
    try (Playbook play = new Playbook(Enforcements.none()).tunnel("www.open.test")) {
      play.upstream.pipeline().fireExceptionCaught(new IOException("reset"));
      assertFalse(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
    }
  }
}
