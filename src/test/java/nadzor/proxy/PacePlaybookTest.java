package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.Pacing;
import nadzor.censor.Pieces;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, delays and shared buckets, in frozen time. */
final class PacePlaybookTest {
  private static final Duration TICK = Duration.ofMillis(1);
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");

  private static Playbook paced(Enforcement enforcement) {
    return new Playbook(enforcement).tunnel("www.blocked.test").hello("www.blocked.test");
  }

  private static Playbook paced(Optional<Pacing> up, Optional<Pacing> down) {
    return paced(Enforcements.of(new StreamEffect.Pace(up, down)));
  }

  private static Pacing pacing(Optional<Rate> rate, long fromOctet, long delayMillis) {
    return new Pacing(rate, Pacing.Share.FLOW, fromOctet, Duration.ofMillis(delayMillis));
  }

  /** An origin that sends as long as it is read; what the client heard by then. */
  private static int pump(Playbook play, byte[] chunk) {
    while (play.upstream.config().isAutoRead()) {
      play.reply(chunk);
    }
    return play.heardOctets();
  }

  /** The clock moves by a whole millisecond, as that of a slow machine does. */
  @ParameterizedTest
  @CsvSource({
    "600, true", "600, false",
    "650, true", "650, false",
    "2000, true", "2000, false",
    "16000, true", "16000, false",
    "16250, true", "16250, false",
    "125000, true", "125000, false",
    "12500000, true", "12500000, false",
  })
  void aRateIsKeptForTenSecondsAndNeverExceeded(double bytes, boolean policing) {
    Rate rate = policing ? Rate.policing(bytes) : Rate.shaping(bytes);
    try (Playbook play = paced(Optional.empty(), Optional.of(Pacing.of(rate)))) {
      byte[] chunk = new byte[Math.max(1_460, Math.min(65_536, rate.bucketBytes()))];
      long heard = pump(play, chunk);
      for (int millis = 1; millis <= 10_000; millis++) {
        heard += pump(play.advance(TICK), chunk);
        double most = bytes * millis / 1_000 + rate.bucketBytes() + 1e-3;
        assertTrue(heard <= most, millis + " ms: " + heard + " octets, " + most + " at most");
      }
      double least = bytes * 10 - rate.bucketBytes();
      assertTrue(heard >= least, heard + " octets, " + least + " at least");
    }
  }

  @Test
  void theFirstOctetsAreFreeAndOneDirectionIsNotTheOther() {
    Pacing pacing = pacing(Optional.of(Rate.policing(1_000)), 2_000, 0);
    try (Playbook play = paced(Optional.of(pacing), Optional.empty())) {
      assertEquals(HELLO.length, play.reached().length);
      play.say(new byte[5_000 - HELLO.length]);
      assertEquals(2_000 + 1_000 - HELLO.length, play.reached().length);
      assertEquals(1_000, play.advance(Duration.ofSeconds(1)).reached().length);
      assertEquals(9_000, play.reply(new byte[9_000]).heardOctets());
    }
  }

  @Test
  void aDelayHoldsEachOctetBackByItself() {
    Pacing pacing = pacing(Optional.empty(), 0, 300);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      play.reply(new byte[100]).advance(Duration.ofMillis(200)).reply(new byte[50]);
      assertTrue(play.upstream.config().isAutoRead());
      assertEquals(0, play.advance(Duration.ofMillis(99)).heardOctets());
      assertEquals(100, play.advance(TICK).heardOctets());
      assertEquals(0, play.advance(Duration.ofMillis(199)).heardOctets());
      assertEquals(50, play.advance(TICK).heardOctets());
    }
  }

  /** Each arrival in milliseconds, of octets sent one by one at that interval. */
  private static List<Integer> arrivals(Pacing pacing, int count, int interval) {
    List<Integer> arrivals = new ArrayList<>();
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      for (int millis = 0; arrivals.size() < count; millis++) {
        if (millis % interval == 0 && millis / interval < count) {
          play.reply(new byte[1]);
        }
        for (int heard = play.heardOctets(); heard > 0; heard--) {
          arrivals.add(millis);
        }
        play.advance(TICK);
      }
    }
    return arrivals;
  }

  @ParameterizedTest
  @CsvSource({"300, 200, 1000", "0, 200, 1000", "50, 20, 1000"})
  void jitterIsDrawnEvenlyBetweenItsBounds(int delay, int jitter, int interval) {
    List<Integer> arrivals = arrivals(jittery(Optional.empty(), delay, jitter), 300, interval);
    List<Integer> late = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      late.add(arrivals.get(i) - i * interval);
    }
    assertTrue(late.stream().allMatch(one -> one >= delay && one <= delay + jitter), "" + late);
    double mean = late.stream().mapToInt(one -> one - delay).average().orElseThrow();
    assertEquals(jitter / 2.0, mean, jitter * 0.07);
    assertTrue(late.stream().anyMatch(one -> one < delay + jitter * 0.1), "none early: " + late);
    assertTrue(late.stream().anyMatch(one -> one > delay + jitter * 0.9), "none late: " + late);
  }

  @Test
  void oneSeedDelaysAlikeAndTheOrderStays() {
    Pacing pacing = jittery(Optional.empty(), 300, 200);
    List<Integer> arrivals = arrivals(pacing, 300, 3);
    assertEquals(arrivals, arrivals(pacing, 300, 3));
    assertTrue(new HashSet<>(arrivals).size() > 20, "" + arrivals);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      String all = "";
      String heard = "";
      for (int i = 0; i < 100; i++) {
        all += i + " ";
        play.reply((i + " ").getBytes(StandardCharsets.US_ASCII));
        heard += play.advance(Duration.ofMillis(7)).heard();
      }
      assertEquals(all, heard + play.advance(Duration.ofMillis(500)).heard());
    }
  }

  /** Two flows of one client do not draw the same. */
  @Test
  void eachFlowDrawsForItself() {
    Enforcement enforcement =
        Enforcements.of(
            new StreamEffect.Pace(
                Optional.empty(), Optional.of(jittery(Optional.empty(), 0, 10_000))));
    try (Playbook one = paced(enforcement);
        Playbook two = paced(enforcement)) {
      one.reply(new byte[1]);
      two.reply(new byte[1]);
      int first = 0;
      while (one.advance(TICK).heardOctets() == 0) {
        first++;
      }
      int second = 0;
      while (two.advance(TICK).heardOctets() == 0) {
        second++;
      }
      assertTrue(first != second, first + " ms both");
    }
  }

  /** What is on its way for so long is held, and no more: a pipe of that length at that rate. */
  @Test
  void whatJitterMayHoldFitsToo() {
    Pacing pacing = jittery(Optional.of(Rate.shaping(20_000)), 100, 900);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      int sent = 0;
      while (play.upstream.config().isAutoRead()) {
        sent += play.reply(new byte[100]).heardOctets() + 100;
      }
      assertTrue(sent >= 20_000 && sent < 24_000, "held " + sent);
    }
  }

  private static Pacing jittery(Optional<Rate> rate, long delay, long jitter) {
    return new Pacing(
        rate, Pacing.Share.FLOW, 0, Duration.ofMillis(delay), Duration.ofMillis(jitter), 0);
  }

  private static List<Integer> writes(Playbook play) {
    List<Integer> sizes = new ArrayList<>();
    for (ByteBuf next = play.client.readOutbound();
        next != null;
        next = play.client.readOutbound()) {
      sizes.add(next.readableBytes());
      next.release();
    }
    return sizes;
  }

  @Test
  void piecesAreWritesOfTheirOwn() {
    Pieces pieces = new Pieces(20, Duration.ZERO);
    try (Playbook play = paced(Optional.empty(), Optional.of(Pacing.of(pieces)))) {
      assertEquals(List.of(20, 20, 10), writes(play.reply(new byte[50])));
      assertEquals(List.of(7), writes(play.reply(new byte[7])));
      assertEquals(900, play.say(new byte[900 - HELLO.length]).reached().length);
    }
  }

  @Test
  void piecesComeOneByOneWithAGap() {
    Pieces pieces = new Pieces(20, Duration.ofMillis(5));
    try (Playbook play = paced(Optional.empty(), Optional.of(Pacing.of(pieces)))) {
      assertEquals(20, play.reply(new byte[50]).heardOctets());
      assertEquals(0, play.advance(Duration.ofMillis(4)).heardOctets());
      assertEquals(20, play.advance(TICK).heardOctets());
      assertFalse(play.upstream.config().isAutoRead());
      assertEquals(List.of(10), writes(play.advance(Duration.ofMillis(5))));
      assertTrue(play.upstream.config().isAutoRead());
      assertEquals(0, play.reply(new byte[9]).heardOctets());
      assertEquals(9, play.advance(Duration.ofMillis(5)).heardOctets());
      assertEquals(20, play.advance(Duration.ofSeconds(1)).reply(new byte[30]).heardOctets());
    }
  }

  @Test
  void piecesTakeTheirTokensToo() {
    Rate rate = Rate.policing(1_000);
    Pacing pacing =
        new Pacing(
            Optional.of(rate),
            Pacing.Share.FLOW,
            100,
            Duration.ZERO,
            Duration.ZERO,
            0,
            Optional.of(new Pieces(400, Duration.ZERO)),
            Duration.ZERO);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      assertEquals(List.of(100, 400, 400, 200), writes(play.reply(new byte[1_500])));
      assertEquals(0, play.advance(Duration.ofMillis(999)).heardOctets());
      assertEquals(List.of(400), writes(play.advance(TICK)));
    }
  }

  private static Pacing lateEnd(long delayMillis, long finMillis) {
    return new Pacing(
        Optional.empty(),
        Pacing.Share.FLOW,
        0,
        Duration.ofMillis(delayMillis),
        Duration.ZERO,
        0,
        Optional.empty(),
        Duration.ofMillis(finMillis));
  }

  /** The end leaves when it is due, and when all before it has left. */
  @ParameterizedTest
  @CsvSource({"0, 2000, 2000", "500, 2000, 2000", "3000, 2000, 3000"})
  void anEndIsHeldBack(long delay, long fin, long due) {
    try (Playbook play = paced(Optional.empty(), Optional.of(lateEnd(delay, fin)))) {
      play.reply(new byte[30]);
      play.upstream.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
      assertEquals(delay == 0 ? 30 : 0, play.heardOctets());
      play.advance(Duration.ofMillis(due - 1));
      assertTrue(play.client.isOpen());
      assertFalse(play.advance(TICK).client.isOpen());
      assertEquals(delay == 0 ? 0 : 30, play.heardOctets());
    }
  }

  @Test
  void anEndOfTheOtherDirectionIsNotHeldBack() {
    try (Playbook play = paced(Optional.empty(), Optional.of(lateEnd(0, 2_000)))) {
      assertFalse(play.sayNoMore().upstream.isOpen());
    }
  }

  @Test
  void whatADelayHoldsIsBounded() {
    Pacing pacing = pacing(Optional.empty(), 0, 300);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      assertEquals(0, pump(play, new byte[10_000]));
      assertEquals(70_000, play.advance(Duration.ofMillis(300)).heardOctets());
      assertTrue(play.upstream.config().isAutoRead());
    }
  }

  @Test
  void aDelayAndARateHoldBoth() {
    Rate rate = Rate.policing(1_000);
    Pacing pacing = pacing(Optional.of(rate), 0, 500);
    try (Playbook play = paced(Optional.empty(), Optional.of(pacing))) {
      assertEquals(0, pump(play, new byte[500]));
      assertEquals(1_000, play.advance(Duration.ofMillis(500)).heardOctets());
      assertEquals(0, pump(play.advance(Duration.ofMillis(999)), new byte[500]));
      assertEquals(1_000, pump(play.advance(TICK), new byte[500]));
    }
  }

  /** What is read at once is short where the rate is low, so that many slow flows hold little. */
  @Test
  void aSlowFlowIsReadInSips() {
    Pacing pacing = Pacing.of(Rate.policing(2_000));
    Playbook play = paced(Optional.empty(), Optional.of(pacing));
    try (play) {
      var read = play.upstream.config().getAllocator().ioBuffer(65_536);
      assertEquals(2_000, read.capacity());
      read.release();
    }
    var read = play.upstream.config().getAllocator().ioBuffer(65_536);
    assertTrue(read.capacity() >= 65_536);
    read.release();
  }

  @ParameterizedTest
  @CsvSource({"true, 1000", "false, 1000", "true, 100000", "false, 100000"})
  void flowsOfOneClientShareABucketAndNoneStarves(boolean policing, double bytes) {
    Rate rate = policing ? Rate.policing(bytes) : Rate.shaping(bytes);
    Pacing pacing = new Pacing(Optional.of(rate), Pacing.Share.CLIENT, 0, Duration.ZERO);
    Enforcement enforcement =
        Enforcements.of(new StreamEffect.Pace(Optional.empty(), Optional.of(pacing)));
    try (Playbook one = paced(enforcement);
        Playbook two = paced(enforcement)) {
      one.advance(Duration.ofNanos(two.now() - one.now())); // from here on one clock
      byte[] chunk = new byte[(int) Math.max(1_460, bytes / 10)];
      long first = pump(one, chunk);
      long second = pump(two, chunk);
      for (int millis = 1; millis <= 20_000; millis++) {
        first += pump(one.advance(TICK), chunk);
        second += pump(two.advance(TICK), chunk);
      }
      double all = bytes * 20;
      assertTrue(first + second <= all * 1.001 + rate.bucketBytes(), first + " and " + second);
      assertTrue(first + second >= all * 0.95 - rate.bucketBytes(), first + " and " + second);
      assertTrue(Math.min(first, second) > all / 4, first + " and " + second);
    }
  }

  @Test
  void aFlowThatWasIdleForLongIsForgotten() {
    Rate rate = Rate.policing(1_000);
    Enforcement enforcement =
        Enforcements.of(
            Enforcements.forgetful(Duration.ofSeconds(10), true),
            new StreamEffect.Pace(rate, rate));
    try (Playbook play = paced(enforcement)) {
      assertEquals(1_000, play.reply(new byte[1_500]).heardOctets());
      assertEquals(500, play.advance(Duration.ofSeconds(1)).heardOctets());
      play.advance(Duration.ofSeconds(10)).reply(new byte[1_500]);
      assertEquals(1_000, play.heardOctets());
      assertEquals(500, play.advance(Duration.ofSeconds(1)).heardOctets());
      play.advance(Duration.ofSeconds(10)).advance(TICK).reply(new byte[9_000]);
      assertEquals(9_000, play.heardOctets());
      play.reached();
      assertEquals(9_000, play.say(new byte[9_000]).reached().length);
    }
  }

  @Test
  void aProfilesIdleLimitIsNotCutShortByTheProxys() {
    Enforcement enforcement =
        Enforcements.of(Enforcements.forgetful(Duration.ofSeconds(90), true), StreamEffect.PASS);
    try (Playbook play = new Playbook(enforcement).tunnel("www.open.test")) {
      assertTrue(play.advance(Duration.ofSeconds(149)).client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
    }
  }
}
