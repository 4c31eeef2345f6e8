package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nadzor.censor.Residual;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first octet to the tunnel, in frozen time. */
final class ApproachPlaybookTest {
  private static final String GRANTED = "HTTP/1.1 200 Connection established\r\n\r\n";

  @Test
  void takesANameToWhereTheWorldHasIt() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      play.say("CONNECT www.open.test:443 HTTP/1.1\r\n\r\n");
      assertEquals(Endpoint.of("127.10.0.1", 40_443), play.dialled());
      assertEquals("", play.heard());
      assertEquals(GRANTED, play.accept().heard());
    }
  }

  @Test
  void octetsBehindTheRequestAreNotLost() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      byte[] hello = HelloBytes.withName("www.open.test");
      String text = new String(hello, StandardCharsets.ISO_8859_1);
      play.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n" + text.substring(0, 20));
      play.say(text.substring(20)).accept();
      assertEquals(GRANTED, play.heard());
      assertArrayEquals(hello, play.reached());
      assertEquals(hello.length, play.counters.bytesUp());
    }
  }

  @Test
  void earlyOctetsPastTheLimitAreLeftUnread() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      play.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n").say(new byte[64 * 1024]);
      assertFalse(play.client.config().isAutoRead());
      play.accept();
      assertTrue(play.client.config().isAutoRead());
      assertEquals(64 * 1024, play.reached().length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.test, 502, dns_error; rcode=\"NXDOMAIN\"; info-code=16",
    "nodata.test, 502, dns_error; rcode=\"NOERROR\"",
    "silent.test, 504, dns_timeout",
    "203.0.113.1, 502, destination_ip_prohibited",
  })
  void failuresOnTheWayAreTold(String host, int status, String error) {
    try (Playbook play = new Playbook(Enforcements.none())) {
      String reply = play.say("CONNECT " + host + ":443 HTTP/1.1\r\n\r\n").heard();
      assertTrue(reply.startsWith("HTTP/1.1 " + status), reply);
      assertTrue(reply.contains("Proxy-Status: nadzor; error=" + error + "\r\n"), reply);
      assertFalse(play.client.isOpen());
      assertEquals(1, play.counters.refused());
    }
  }

  @Test
  void aRefusedConnectionIsTold() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      play.say(new byte[] {4, 1, 1, (byte) 0xbb, (byte) 192, 0, 2, 1, 0});
      String reply = play.refuse(new ConnectException()).heard();
      assertEquals(91, reply.charAt(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hang.test, dns_timeout",
    "192.0.2.1, connection_timeout",
    "outside.test, connection_timeout"
  })
  void timeIsUpWhereNothingAnswers(String host, String error) {
    try (Playbook play = new Playbook(Enforcements.none())) {
      play.say("CONNECT " + host + ":443 HTTP/1.1\r\n\r\n");
      assertEquals("", play.advance(Duration.ofMillis(4_999)).heard());
      String reply = play.advance(Duration.ofMillis(1)).heard();
      assertTrue(reply.startsWith("HTTP/1.1 504 "), reply);
      assertTrue(reply.contains("error=" + error), reply);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "C", "'CONNECT a.test:443 HTTP/1.1\r\nX: '"})
  void halfARequestIsClosedInTime(String text) {
    try (Playbook play = new Playbook(Enforcements.none())) {
      if (!text.isEmpty()) {
        play.advance(Duration.ofSeconds(9)).say(text);
      } else {
        play.advance(Duration.ofSeconds(9));
      }
      assertTrue(play.client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
      assertEquals(1, play.counters.refused());
    }
  }

  @Test
  void anEndInsideTheRequestClosesAtOnce() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      assertFalse(play.say("CONN").sayNoMore().client.isOpen());
    }
  }

  @Test
  void aClientThatLeavesMeanwhileLeavesNothing() {
    try (Playbook play = new Playbook(Enforcements.none())) {
      play.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n").hello("www.open.test");
      Ending.now(play.client);
      assertFalse(play.upstream.isOpen());
    }
  }

  @Test
  void absoluteFormIsJudgedInOriginForm() {
    try (Playbook play = new Playbook(Enforcements.of(Enforcements.answer("no")))) {
      play.say("GET http://www.open.test/ HTTP/1.1\r\n\r\n").accept();
      assertEquals(Endpoint.of("127.10.0.1", 40_080), play.dialled());
      assertEquals(
          "GET / HTTP/1.1\r\nHost: www.open.test\r\nConnection: close\r\n\r\n",
          new String(play.reached(), StandardCharsets.ISO_8859_1));
    }
    try (Playbook play = new Playbook(Enforcements.of(Enforcements.answer("no")))) {
      play.say("GET http://www.blocked.test/ HTTP/1.1\r\n\r\n").accept();
      assertEquals("no", play.heard());
      assertEquals(0, play.reached().length);
    }
  }

  @Test
  void whatAnEarlierTriggerLeftMeetsTheNextFlow() {
    Residual residual = new Residual(Residual.Key.THREE_TUPLE, Duration.ofSeconds(60), false);
    var enforcement = Enforcements.of(new StreamEffect.Discard(0), residual);
    try (Playbook first = new Playbook(enforcement);
        Playbook second = new Playbook(enforcement)) {
      first.tunnel("www.blocked.test").hello("www.blocked.test");
      second.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertEquals(0, second.dialled().port());
      assertTrue(second.advance(Duration.ofSeconds(59)).client.isOpen());
      assertEquals("", second.heard());
      assertFalse(second.advance(Duration.ofSeconds(1)).client.isOpen());
      assertEquals(1, second.counters.restricted());
    }
  }

  @Test
  void aResidualResetMeetsTheNextFlowBeforeItsConnection() {
    Residual residual = new Residual(Residual.Key.ADDRESS_PAIR, Duration.ofSeconds(60), false);
    var enforcement = Enforcements.of(new StreamEffect.Reset(true, false), residual);
    try (Playbook first = new Playbook(enforcement);
        Playbook second = new Playbook(enforcement)) {
      first.tunnel("www.blocked.test").hello("www.blocked.test");
      second.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertFalse(second.client.isOpen());
      assertEquals("", second.heard());
    }
  }
}
