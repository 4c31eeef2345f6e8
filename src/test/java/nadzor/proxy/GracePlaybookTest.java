package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.censor.Enforcement;
import nadzor.censor.Grace;
import nadzor.censor.Residual;
import nadzor.censor.StreamEffect;
import nadzor.flow.Sighting;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resets, closes and silence that wait for octets or a time, in frozen time. */
final class GracePlaybookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");
  private static final Duration TICK = Duration.ofMillis(1);

  /** The sink of a client that takes nothing, not even an end, until it is told to. */
  private static final class Stalled extends ChannelOutboundHandlerAdapter {
    private boolean stalled = true;
    private boolean takesEnds;

    @Override
    public void flush(ChannelHandlerContext ctx) {
      if (!stalled) {
        ctx.flush();
      }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
      if (!stalled || takesEnds) {
        var unused = ctx.close(promise);
      }
    }

    void goOn(Playbook play) {
      stalled = false;
      play.client.pipeline().flush();
    }
  }

  private static Grace octets(long octets) {
    return new Grace(Grace.ANY_SEGMENTS, octets, Optional.empty());
  }

  private static Grace time(long millis) {
    return new Grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, Optional.of(Duration.ofMillis(millis)));
  }

  private static StreamEffect reset(Grace grace) {
    return new StreamEffect.Reset(true, true, false, grace);
  }

  private static StreamEffect close(Grace grace) {
    return new StreamEffect.Answer(new byte[0], grace);
  }

  private static Playbook blocked(StreamEffect effect) {
    return new Playbook(Enforcements.of(effect)).tunnel("www.blocked.test");
  }

  /** How a flow ends, be it with a RST or a FIN. */
  static Stream<StreamEffect> afterOctets() {
    Grace grace = octets(HELLO.length + 3_000L);
    return Stream.of(reset(grace), close(grace));
  }

  static Stream<StreamEffect> afterTime() {
    return Stream.of(reset(time(5_000)), close(time(5_000)));
  }

  @ParameterizedTest
  @MethodSource("afterOctets")
  void theOctetsOfBothDirectionsPassAndTheSegmentIsCut(StreamEffect effect) {
    try (Playbook play = blocked(effect)) {
      play.hello("www.blocked.test").say(new byte[1_000]);
      assertTrue(play.client.isOpen());
      play.reply(new byte[2_500]);
      assertEquals(HELLO.length + 1_000, play.reached().length);
      assertEquals(2_000, play.heardOctets());
      assertFalse(play.client.isOpen() || play.upstream.isOpen());
    }
  }

  @ParameterizedTest
  @MethodSource("afterOctets")
  void theFlowEndsWithTheLastOctetAndNotOneSooner(StreamEffect effect) {
    try (Playbook play = blocked(effect)) {
      assertEquals(2_999, play.hello("www.blocked.test").reply(new byte[2_999]).heardOctets());
      assertTrue(play.client.isOpen() && play.upstream.isOpen());
      assertEquals(1, play.reply(new byte[1]).heardOctets());
      assertFalse(play.client.isOpen() || play.upstream.isOpen());
    }
  }

  @ParameterizedTest
  @MethodSource("afterTime")
  void allPassesUntilTheTimeIsUp(StreamEffect effect) {
    try (Playbook play = blocked(effect)) {
      play.hello("www.blocked.test").advance(Duration.ofMillis(4_999));
      assertEquals(90_000, play.reply(new byte[90_000]).heardOctets());
      assertEquals(HELLO.length + 4, play.say("more").reached().length);
      assertTrue(play.client.isOpen() && play.upstream.isOpen());
      play.advance(TICK);
      assertFalse(play.client.isOpen() || play.upstream.isOpen());
      assertEquals(1, play.counters.restricted());
    }
  }

  static Stream<StreamEffect> mute() {
    Optional<Duration> time = Optional.of(Duration.ofSeconds(5));
    Grace mute = new Grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, time, true);
    return Stream.of(reset(mute), close(mute));
  }

  @ParameterizedTest
  @MethodSource("mute")
  void aMuteFlowEndsWhenItsTimeIsUp(StreamEffect effect) {
    try (Playbook play = blocked(effect)) {
      play.hello("www.blocked.test").reply(new byte[9_000]).say("more");
      assertEquals(0, play.reached().length + play.heardOctets());
      play.upstream.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
      assertTrue(play.advance(Duration.ofMillis(4_999)).client.isOpen());
      play.advance(TICK);
      assertFalse(play.client.isOpen() || play.upstream.isOpen());
      assertEquals(0, play.heardOctets());
    }
  }

  @Test
  void silenceMayFallAfterATime() {
    try (Playbook play = blocked(new StreamEffect.Discard(time(5_000)))) {
      assertEquals(9_000, play.hello("www.blocked.test").reply(new byte[9_000]).heardOctets());
      play.advance(Duration.ofSeconds(5)).reply(new byte[10]);
      assertEquals(0, play.heardOctets());
      assertTrue(play.client.isOpen());
    }
  }

  @Test
  void whicheverIsUsedUpFirstDecides() {
    Grace grace = new Grace(2, 100_000, Optional.of(Duration.ofSeconds(5)));
    try (Playbook play = blocked(reset(grace))) {
      assertEquals(1_460, play.hello("www.blocked.test").reply(new byte[9_000]).heardOctets());
      assertFalse(play.client.isOpen());
    }
    try (Playbook play = blocked(reset(grace))) {
      assertFalse(play.hello("www.blocked.test").advance(Duration.ofSeconds(5)).client.isOpen());
    }
  }

  /** How long until the next timer of the client's event loop is due. */
  private static Duration nextTimer(Playbook play) {
    return Duration.ofNanos(play.client.runScheduledPendingTasks());
  }

  @Test
  void aTimerEndsWithItsFlow() {
    Stalled stalled = new Stalled();
    try (Playbook play = blocked(reset(time(2_000)))) {
      play.hello("www.blocked.test").client.pipeline().addFirst(stalled);
      assertEquals(Duration.ofSeconds(2), nextTimer(play));
      play.upstream.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
      play.sayNoMore();
      assertTrue(nextTimer(play).toSeconds() > 2);
      stalled.goOn(play);
    }
  }

  @Test
  void aTimerEndsWithItsEffect() {
    Stalled stalled = new Stalled();
    Grace grace = new Grace(Grace.ANY_SEGMENTS, 900, Optional.of(Duration.ofSeconds(2)));
    try (Playbook play = blocked(reset(grace))) {
      play.hello("www.blocked.test").client.pipeline().addFirst(stalled);
      assertEquals(Duration.ofSeconds(2), nextTimer(play));
      play.say(new byte[900]);
      assertTrue(nextTimer(play).toSeconds() > 2);
      stalled.goOn(play);
    }
  }

  @ParameterizedTest
  @MethodSource("afterOctets")
  void whatPassedIsSentBeforeTheEndHoweverSlowTheClient(StreamEffect effect) {
    Stalled stalled = new Stalled();
    try (Playbook play = blocked(effect)) {
      play.client.pipeline().addFirst(stalled);
      play.hello("www.blocked.test").reply(new byte[9_000]);
      assertEquals(0, play.heardOctets());
      assertTrue(play.client.isOpen());
      stalled.goOn(play);
      assertEquals(3_000, play.heardOctets());
      assertFalse(play.client.isOpen());
    }
  }

  /** A reset that nobody takes does not keep a flow for ever. */
  @Test
  void aClientThatTakesNothingIsLeftWhenIdle() {
    Stalled stalled = new Stalled();
    try (Playbook play = blocked(reset(octets(HELLO.length + 3_000L)))) {
      play.client.pipeline().addFirst(stalled);
      play.hello("www.blocked.test").reply(new byte[9_000]);
      assertTrue(play.client.isOpen());
      stalled.takesEnds = true;
      assertFalse(play.advance(Playbook.LIMITS.idle()).client.isOpen());
    }
  }

  @Test
  void aFlowThatIsForgottenMeanwhileIsLeftAlone() {
    var policy = Enforcements.forgetful(Duration.ofSeconds(3), true);
    var enforcement = Enforcements.of(policy, reset(time(5_000)));
    try (Playbook play = new Playbook(enforcement).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").advance(Duration.ofSeconds(5)).reply(new byte[9_000]);
      assertEquals(9_000, play.heardOctets());
      assertTrue(play.advance(Duration.ofSeconds(5)).client.isOpen());
    }
  }

  private static Playbook connecting(Enforcement enforcement) {
    return new Playbook(enforcement).tunnel("www.open.test");
  }

  @ParameterizedTest
  @MethodSource("afterOctets")
  void aConnectionsGraceCountsFromItsFirstOctet(StreamEffect effect) {
    var any = Enforcements.onAny(Sighting.Kind.CONNECTION, effect, Optional.empty());
    try (Playbook play = connecting(any)) {
      play.say(new byte[HELLO.length]).reply(new byte[4_000]);
      assertEquals(HELLO.length, play.reached().length);
      assertEquals(3_000, play.heardOctets());
      assertFalse(play.client.isOpen());
    }
  }

  @ParameterizedTest
  @MethodSource("afterTime")
  void aConnectionOnWhichNothingIsSaidEndsToo(StreamEffect effect) {
    var any = Enforcements.onAny(Sighting.Kind.CONNECTION, effect, Optional.empty());
    try (Playbook play = connecting(any)) {
      assertTrue(play.advance(Duration.ofMillis(4_999)).client.isOpen());
      assertFalse(play.advance(TICK).client.isOpen());
    }
  }

  @Test
  void aFlowThatAResidualMeetsHasNoGrace() {
    var residual = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(60), false);
    var enforcement = Enforcements.of(reset(octets(100_000)), residual);
    try (Playbook first = new Playbook(enforcement).tunnel("www.blocked.test");
        Playbook second = new Playbook(enforcement)) {
      assertTrue(first.hello("www.blocked.test").client.isOpen());
      second.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertFalse(second.client.isOpen());
      assertEquals(0, second.dialled().port());
    }
  }
}
