package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.Residual;
import nadzor.censor.StreamEffect;
import nadzor.flow.Sighting;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals, resets on the answer, counted silence, both directions, every request. */
final class RestrictionPlaybookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");
  private static final StreamEffect REFUSE = new StreamEffect.Refuse();

  private static Playbook blocked(StreamEffect effect) {
    return new Playbook(Enforcements.of(effect)).tunnel("www.blocked.test");
  }

  private static Enforcement refusing() {
    return Enforcements.onAny(Sighting.Kind.CONNECTION, REFUSE, Optional.empty());
  }

  @Test
  void aRefusedConnectionIsNotMade() {
    try (Playbook play = new Playbook(refusing())) {
      String reply = play.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n").heard();
      assertTrue(reply.startsWith("HTTP/1.1 502 "), reply);
      assertTrue(reply.contains("error=connection_refused\r\n"), reply);
      assertEquals(0, play.dialled().port());
      assertEquals(1, play.counters.restricted());
      assertEquals(1, play.counters.refused());
    }
  }

  @ParameterizedTest
  @CsvSource({"05010005010001c000020101bb, 1, 5", "040101bbc000020100, 1, 91"})
  void aRefusalIsToldInSocks(String request, int at, int code) {
    try (Playbook play = new Playbook(refusing())) {
      String reply = play.say(HexFormat.of().parseHex(request)).heard();
      assertEquals(code, reply.charAt(reply.length() == 12 ? 3 : at));
    }
  }

  @Test
  void aRefusalAtATransparentPortIsAReset() {
    try (Playbook play = new Playbook(refusing(), Reception.TLS, false, Playbook.CLIENT)) {
      assertFalse(play.hello("www.open.test").client.isOpen());
      assertEquals("", play.heard());
    }
  }

  @Test
  void aResetWaitsForTheAnswerThatItReplaces() {
    try (Playbook play = blocked(new StreamEffect.Reset(true, true, true))) {
      play.hello("www.blocked.test").say("more");
      assertEquals(HELLO.length + 4, play.reached().length);
      assertTrue(play.client.isOpen());
      play.reply(new byte[50]);
      assertEquals("", play.heard());
      assertFalse(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void aResetOnTheAnswerTowardsTheServerAloneLeavesTheClientInSilence() {
    try (Playbook play = blocked(new StreamEffect.Reset(false, true, true))) {
      play.hello("www.blocked.test").reply(new byte[50]);
      assertEquals("", play.heard());
      assertTrue(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void theOctetsOfBothDirectionsAreCountedAndCutAtTheLimit() {
    long limit = HELLO.length + 3_000L;
    try (Playbook play = blocked(new StreamEffect.Discard(Integer.MAX_VALUE, limit))) {
      play.hello("www.blocked.test").say(new byte[1_000]).reply(new byte[2_500]);
      assertEquals(HELLO.length + 1_000, play.reached().length);
      assertEquals(2_000, play.heardOctets());
      assertEquals(0, play.reply(new byte[10]).heardOctets());
      assertEquals(0, play.say("more").reached().length);
      assertTrue(play.client.isOpen());
    }
  }

  @Test
  void aTriggerBeyondTheOctetsIsCutToo() {
    try (Playbook play = blocked(new StreamEffect.Discard(5, 40))) {
      assertEquals(40, play.hello("www.blocked.test").reached().length);
      assertEquals(0, play.reply(new byte[10]).heardOctets());
    }
  }

  @Test
  void segmentsMayBeUsedUpBeforeTheOctets() {
    try (Playbook play = blocked(new StreamEffect.Discard(2, 100_000))) {
      assertEquals(1_460, play.hello("www.blocked.test").reply(new byte[9_000]).heardOctets());
    }
  }

  @Test
  void aCountThatWasForgottenDiscardsNoMore() {
    var policy = Enforcements.forgetful(Duration.ofSeconds(10), true);
    var enforcement = Enforcements.of(policy, new StreamEffect.Discard(2));
    try (Playbook play = new Playbook(enforcement).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").advance(Duration.ofMillis(10_001)).reply(new byte[9_000]);
      assertEquals(9_000, play.heardOctets());
    }
  }

  /** The later flow is still caught where the first one's traffic has renewed the residual. */
  @ParameterizedTest
  @CsvSource({"true, 0", "false, 0", "true, 100", "false, 100"})
  void trafficThatVanishesRenewsAResidual(boolean renewed, int after) {
    Residual residual = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(6), renewed);
    var enforcement = Enforcements.of(new StreamEffect.Discard(after), residual);
    try (Playbook first = new Playbook(enforcement).tunnel("www.blocked.test");
        Playbook second = new Playbook(enforcement).accept()) {
      first.hello("www.blocked.test").advance(Duration.ofSeconds(4)).say("x");
      second.advance(Duration.ofSeconds(8)).say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertEquals(renewed ? 1 : 0, second.counters.restricted());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHelloOfTheServerIsSeenWhereBothDirectionsAre(boolean both) {
    InspectionPolicy policy = both ? Enforcements.bothWays() : InspectionPolicy.PLAIN;
    var enforcement = Enforcements.of(policy, new StreamEffect.Reset(true, true));
    try (Playbook play = new Playbook(enforcement).tunnel("www.open.test")) {
      play.hello("www.open.test").reply(HELLO); // the client's side is read no further
      assertEquals(both, !play.client.isOpen());
      assertEquals(both ? 0 : HELLO.length, play.heardOctets());
    }
  }

  @Test
  void anEffectOfAServersHelloFallsOnBothDirections() {
    var enforcement = Enforcements.of(Enforcements.bothWays(), new StreamEffect.Discard(2));
    try (Playbook play = new Playbook(enforcement).tunnel("www.open.test")) {
      play.reply(HELLO).say(new byte[2_000]).reply(HELLO);
      assertEquals(HELLO.length, play.heardOctets());
      assertEquals(1_460, play.reached().length);
    }
  }

  private static String get(String host) {
    return "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keptAliveRequestsAreAllSeenWhereTheProfileLooksAtAll(boolean every) {
    var policy = Enforcements.forgetful(Duration.ofHours(1), every);
    var enforcement = Enforcements.of(policy, Enforcements.answer("no"));
    String post = "POST / HTTP/1.1\r\nHost: www.open.test\r\nContent-Length: 3000\r\n\r\n";
    try (Playbook play =
        new Playbook(enforcement, Reception.HTTP, false, Playbook.CLIENT).accept()) {
      play.say(post).say(new byte[3_000]).reply(new byte[700]).say(get("www.open.test"));
      assertEquals(post.length() + 3_000 + get("www.open.test").length(), play.reached().length);
      assertEquals(700, play.heardOctets());
      play.say(get("www.open.test") + get("www.blocked.test"));
      assertEquals(every ? "no" : "", play.heard());
    }
  }

  @Test
  void bytesBeforeTheTriggerArriveAsTheyWere() {
    try (Playbook play = blocked(new StreamEffect.Reset(true, true, true))) {
      play.hello("www.blocked.test");
      assertArrayEquals(HELLO, play.reached());
    }
  }
}
