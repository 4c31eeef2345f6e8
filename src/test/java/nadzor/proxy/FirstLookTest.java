package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.censor.Enforcement;
import nadzor.censor.Grace;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.flow.Sighting;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client said before there is a connection is judged before there is one. */
final class FirstLookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");
  private static final String REQUEST = "CONNECT www.blocked.test:443 HTTP/1.1\r\n\r\n";
  private static final Pacing SLOW = Pacing.of(Rate.policing(10));

  private static final Grace SOME =
      new Grace(Grace.ANY_SEGMENTS, HELLO.length + 10L, Optional.empty());
  private static final Grace SOON = new Grace(9, 900, Optional.of(Duration.ofSeconds(2)));

  /** Effects, and whether the origin has a part in them. */
  static Stream<Arguments> effects() {
    return Stream.of(
        Arguments.of(new StreamEffect.Reset(true, false), false),
        Arguments.of(new StreamEffect.Reset(false, false), false),
        Arguments.of(new StreamEffect.Refuse(), false),
        Arguments.of(Enforcements.answer("no"), false),
        Arguments.of(Enforcements.answer(""), false),
        Arguments.of(new StreamEffect.Discard(0), false),
        Arguments.of(new StreamEffect.Discard(9, 0), false),
        Arguments.of(new StreamEffect.Reset(true, true), true),
        Arguments.of(new StreamEffect.Reset(false, true), true),
        Arguments.of(new StreamEffect.Reset(true, true, true), true),
        Arguments.of(new StreamEffect.Reset(true, false, true), true),
        Arguments.of(new StreamEffect.Reset(true, false, false, SOME), true),
        Arguments.of(new StreamEffect.Reset(false, false, false, SOME), true),
        Arguments.of(new StreamEffect.Answer(new byte[0], SOME), true),
        Arguments.of(new StreamEffect.Discard(SOON), true),
        Arguments.of(new StreamEffect.Discard(1), true),
        Arguments.of(new StreamEffect.Discard(9, 40), true),
        Arguments.of(new StreamEffect.Pace(Optional.of(SLOW), Optional.of(SLOW)), true),
        Arguments.of(new StreamEffect.Pace(Optional.empty(), Optional.of(SLOW)), true));
  }

  /** What a client can see of its fate, and how it goes on. */
  private static List<Object> seen(Playbook play) {
    List<Object> seen = new ArrayList<>();
    seen.add(play.heard());
    seen.add(play.client.isOpen());
    seen.add(play.counters.restricted());
    seen.add(play.counters.refused());
    if (play.client.isOpen()) {
      play.say("more");
    }
    if (play.dialled().port() > 0 && play.upstream.isOpen()) {
      play.reply(new byte[30]);
    }
    seen.add(play.heard());
    seen.add(play.client.isOpen());
    seen.add(play.advance(Duration.ofSeconds(3)).client.isOpen());
    seen.add(play.heard());
    seen.add(play.advance(Duration.ofSeconds(61)).client.isOpen());
    seen.add(play.counters.restricted());
    return seen;
  }

  /** The other client waits for its 200 before it says the same. */
  @ParameterizedTest
  @MethodSource("effects")
  void aClientThatDoesNotWaitSeesTheSame(StreamEffect effect, boolean dials) {
    try (Playbook waits = new Playbook(Enforcements.of(effect));
        Playbook hasty = new Playbook(Enforcements.of(effect))) {
      waits.say(REQUEST).accept();
      waits.say(HELLO);
      hasty.say(REQUEST + new String(HELLO, StandardCharsets.ISO_8859_1));
      assertEquals(dials, hasty.dialled().port() > 0);
      hasty.accept();
      assertEquals(dials ? waits.reached().length : 0, hasty.reached().length);
      assertEquals(seen(waits), seen(hasty));
    }
  }

  @ParameterizedTest
  @MethodSource("effects")
  void atATransparentPortTheOriginIsLeftAloneToo(StreamEffect effect, boolean dials) {
    Enforcement enforcement = Enforcements.of(effect);
    try (Playbook play = new Playbook(enforcement, Reception.TLS, false, Playbook.CLIENT)) {
      play.say(Arrays.copyOf(HELLO, 50)).say(Arrays.copyOfRange(HELLO, 50, HELLO.length));
      assertEquals(Playbook.BOUND, play.dialled()); // two segments, neither of which shows a name
    }
    try (Playbook play = new Playbook(enforcement, Reception.TLS, false, Playbook.CLIENT)) {
      assertEquals(dials, play.say(HELLO).dialled().port() > 0);
      assertEquals(dials ? 0 : 1, play.counters.restricted());
    }
  }

  @Test
  void anAbsoluteRequestIsAnsweredWithoutItsOrigin() {
    try (Playbook play = new Playbook(Enforcements.of(Enforcements.answer("no")))) {
      play.say("GET http://www.blocked.test/ HTTP/1.1\r\n\r\n");
      assertEquals("no", play.heard());
      assertEquals(Endpoint.of("0.0.0.0", 0), play.dialled());
    }
  }

  /** The first half was shown before the connection, the second comes after it. */
  @Test
  void aHelloThatIsGatheredIsShownOnce() {
    InspectionPolicy gathering =
        new InspectionPolicy(
            InspectionPolicy.Reassembly.SEGMENTS,
            16_384,
            0,
            1,
            false,
            true,
            false,
            Optional.empty());
    var enforcement = Enforcements.of(gathering, new StreamEffect.Discard(1));
    String half = new String(HELLO, 0, 50, StandardCharsets.ISO_8859_1);
    try (Playbook play = new Playbook(enforcement)) {
      play.say(REQUEST + half).accept();
      assertEquals(50, play.reached().length);
      assertEquals(0, play.counters.restricted());
      byte[] rest = Arrays.copyOfRange(HELLO, 50, HELLO.length);
      assertArrayEquals(rest, play.say(rest).reached());
      assertEquals(1, play.counters.restricted());
    }
  }

  @Test
  void octetsBehindTheTriggerFollowItsFate() {
    var enforcement =
        Enforcements.onAny(
            Sighting.Kind.CLIENT_HELLO, new StreamEffect.Discard(2), Optional.empty());
    String hello = new String(HELLO, StandardCharsets.ISO_8859_1);
    try (Playbook play = new Playbook(enforcement)) {
      play.say(REQUEST + hello).say("one").say("two").accept();
      assertEquals(HELLO.length + 3, play.reached().length);
    }
  }
}
