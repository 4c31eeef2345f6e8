package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.Residual;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.flow.Sighting;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transparent ports, aliases, balancers and IPv6, in frozen time. */
final class DoorPlaybookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.open.test");
  private static final byte[] BLOCKED = HelloBytes.withName("www.blocked.test");
  private static final StreamEffect RESET = new StreamEffect.Reset(true, true);
  private static final Endpoint BALANCER = Endpoint.of("127.0.0.1", 51_000);

  /** "The PROXY protocol", section 2.2: signature, version and command. */
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

  private static Playbook at(Reception reception, Enforcement enforcement) {
    return new Playbook(enforcement, reception, false, Playbook.CLIENT);
  }

  private static Playbook behindBalancer(Reception reception, Enforcement enforcement) {
    return new Playbook(enforcement, reception, true, BALANCER);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void theNameInAHelloIsTheDestination() {
    try (Playbook play = at(Reception.TLS, Enforcements.of(RESET))) {
      assertEquals(Playbook.BOUND, play.say(HELLO).dialled());
      play.say("early").accept();
      assertEquals(HELLO.length + 5, play.reached().length);
      assertEquals("hi", play.reply(new byte[] {'h', 'i'}).heard());
    }
  }

  @Test
  void aHelloInPiecesIsFoundAndJudgedInThosePieces() {
    try (Playbook play = at(Reception.TLS, Enforcements.of(RESET))) {
      play.say(Arrays.copyOf(BLOCKED, 30));
      assertEquals(0, play.dialled().port());
      play.say(Arrays.copyOfRange(BLOCKED, 30, BLOCKED.length)).accept();
      assertArrayEquals(BLOCKED, play.reached());
    }
    try (Playbook play = at(Reception.TLS, Enforcements.of(RESET))) {
      assertFalse(play.say(BLOCKED).accept().client.isOpen());
    }
  }

  @Test
  void aHelloBehindAnotherRecordIsFound() {
    byte[] octets = hex("140303000101" + HexFormat.of().formatHex(HELLO));
    try (Playbook play = at(Reception.TLS, Enforcements.of(RESET))) {
      assertArrayEquals(octets, play.say(octets).accept().reached());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / HTTP/1.1\r\n\r\n", "SSH-2.0-x\r\n", "\u0016\u0003\u0001\u0000\u0000"})
  void withoutANameThereIsNoDestination(String text) {
    try (Playbook play = at(Reception.TLS, Enforcements.none())) {
      assertFalse(play.say(text).client.isOpen());
      assertEquals("", play.heard());
      assertEquals(1, play.counters.refused());
    }
  }

  @Test
  void theHostOfARequestIsTheDestination() {
    String request = "GET /a HTTP/1.1\r\nHost: www.open.test:8080\r\n\r\n";
    try (Playbook play = at(Reception.HTTP, Enforcements.none())) {
      play.say(request.substring(0, 20)).say(request.substring(20)).accept();
      assertEquals(40_080, play.dialled().port());
      assertEquals(request, new String(play.reached(), StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nA: b\r\n\r\n",
        "\u0016\u0003\u0001",
        "GET / HTTP/1.1\r\nHost: ?\r\n\r\n"
      })
  void withoutAHostThereIsNoDestination(String text) {
    try (Playbook play = at(Reception.HTTP, Enforcements.none())) {
      assertFalse(play.say(text).client.isOpen());
      assertEquals("", play.heard());
      assertEquals(1, play.counters.refused());
    }
  }

  @Test
  void aNameThatLeadsNowhereIsAResetAndCounted() {
    try (Playbook play = at(Reception.TLS, Enforcements.none())) {
      assertFalse(play.hello("nowhere.test").client.isOpen());
      assertEquals(1, play.counters.refused());
    }
    try (Playbook play = at(Reception.TLS, Enforcements.none())) {
      assertFalse(play.say(HELLO).refuse(new ConnectException()).client.isOpen());
      assertEquals("", play.heard());
    }
  }

  @Test
  void whoIsSlowAtATransparentPortIsClosedInTime() {
    try (Playbook play = at(Reception.TLS, Enforcements.none())) {
      play.advance(Duration.ofSeconds(9)).say(Arrays.copyOf(HELLO, 20));
      assertTrue(play.client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
    }
  }

  @Test
  void anAliasLeadsToItsOneDestinationAndIsJudged() {
    Reception alias = Reception.alias(Playbook.ADVERTISED);
    try (Playbook play = at(alias, Enforcements.of(RESET))) {
      assertEquals(Playbook.BOUND, play.dialled());
      assertArrayEquals(HELLO, play.accept().say(HELLO).reached());
    }
    try (Playbook play = at(alias, Enforcements.of(RESET))) {
      assertFalse(play.accept().say(BLOCKED).client.isOpen());
    }
    var refusing =
        Enforcements.onAny(Sighting.Kind.CONNECTION, new StreamEffect.Refuse(), Optional.empty());
    try (Playbook play = at(alias, refusing)) {
      assertFalse(play.client.isOpen());
      assertEquals("", play.heard());
    }
  }

  @Test
  void anAliasOfNothingIsAReset() {
    try (Playbook play = at(Reception.alias(Endpoint.of("192.0.2.9", 853)), Enforcements.none())) {
      assertFalse(play.client.isOpen());
      assertEquals(1, play.counters.refused());
    }
  }

  /** IPv4 and IPv6 in version 2, IPv4 in version 1; the client is the one that the header names. */
  @ParameterizedTest
  @CsvSource({
    "2111000c c0000263 c0000201 c350 01bb, 192.0.2.99, true",
    "2111000c c0000262 c0000201 c350 01bb, 192.0.2.99, false",
    "21210024 20010db8000000000000000000000099 20010db8000000000000000000000001 c350 01bb,"
        + " 2001:db8::99, true",
    "2011000c c0000263 c0000201 c350 01bb, 127.0.0.1, true",
    "21000000, 127.0.0.1, true",
    "2112000c c0000263 c0000201 c350 01bb, 127.0.0.1, true",
  })
  void aBalancersHeaderNamesTheClient(String header, String caught, boolean hit) {
    Residual residual = new Residual(Residual.Key.ADDRESS_PAIR, Duration.ofHours(1), false);
    var enforcement = Enforcements.onAny(Sighting.Kind.CLIENT_HELLO, RESET, Optional.of(residual));
    Endpoint before = Endpoint.of(caught, 1_000);
    try (Playbook first = new Playbook(enforcement, Reception.MIXED, false, before)) {
      first.tunnel("192.0.2.1").say(HELLO);
    }
    try (Playbook play = behindBalancer(Reception.MIXED, enforcement)) {
      play.say(hex(SIGNATURE + header.replace(" ", "")));
      assertTrue(play.client.isOpen());
      play.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertEquals(hit, !play.client.isOpen());
    }
  }

  @Test
  void whatFollowsAHeaderAtOnceIsNotLost() {
    String header = "PROXY TCP4 192.0.2.99 192.0.2.1 50000 443\r\n";
    byte[] octets =
        hex(
            HexFormat.of().formatHex(header.getBytes(StandardCharsets.US_ASCII))
                + HexFormat.of().formatHex(HELLO));
    try (Playbook play = behindBalancer(Reception.TLS, Enforcements.none())) {
      assertArrayEquals(HELLO, play.say(octets).accept().reached());
    }
    try (Playbook play =
        behindBalancer(Reception.alias(Playbook.ADVERTISED), Enforcements.none())) {
      assertEquals(0, play.dialled().port());
      assertArrayEquals(HELLO, play.say(octets).accept().reached());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n", "PROXY TCP4 nonsense\r\n"})
  void aDoorThatExpectsAHeaderRefusesWhoHasNone(String text) {
    try (Playbook play = behindBalancer(Reception.MIXED, Enforcements.none())) {
      assertFalse(play.say(text).client.isOpen());
      assertEquals("", play.heard());
      assertEquals(1, play.counters.refused());
    }
    try (Playbook play = behindBalancer(Reception.TLS, Enforcements.none())) {
      assertFalse(play.say(HELLO).client.isOpen());
    }
  }

  @Test
  void onlyLoopbackPeersMaySendAHeader() {
    Endpoint stranger = Endpoint.of("192.0.2.50", 1_000);
    try (Playbook play = new Playbook(Enforcements.none(), Reception.MIXED, true, stranger)) {
      assertFalse(play.client.isOpen());
      assertEquals(1, play.counters.refused());
    }
  }

  @Test
  void aHeaderThatDoesNotComeIsNotWaitedForLong() {
    try (Playbook play = behindBalancer(Reception.MIXED, Enforcements.none())) {
      assertTrue(play.advance(Duration.ofSeconds(9)).client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "434f4e4e454354205b323030313a6462383a3a315d3a34343320485454502f312e310d0a0d0a",
        "050100" + "05010004" + "20010db8000000000000000000000001" + "01bb",
        "434f4e4e454354207369782e746573743a34343320485454502f312e310d0a0d0a"
      })
  void ipv6DestinationsAreTakenToWhereTheWorldHasThem(String request) {
    try (Playbook play = new Playbook(Enforcements.none())) {
      assertEquals(Endpoint.of("::1", 40_443), play.say(hex(request)).dialled());
      assertArrayEquals(HELLO, play.accept().say(HELLO).reached());
    }
  }
}
