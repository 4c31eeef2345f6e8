package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relays and mirrors: what they are asked, and that a page comes through. */
class RouteTest {
  private static final FakeServer.Script ORIGIN =
      new FakeTls(
          Laboratory.CA.issue(Laboratory.HOST, Rig.MIRROR),
          Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));

  @ParameterizedTest
  @ValueSource(strings = {"http-relay", "socks-relay", "tls-relay", "mirror-domain"})
  void leadsToAPage(String technique) throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit(technique);
      assertEquals(Optional.empty(), seen.death());
      assertEquals("Facebook (laboratory)", seen.answer().orElseThrow().title().orElseThrow());
      assertEquals(Outcome.OK, Assessment.of(seen, seen).outcome());
    }
  }

  @Test
  void anHttpRelayIsToldTheNameAndNobodyIsAskedForAnAddress() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit("http-relay");
      String asked = "CONNECT www.facebook.com:443 HTTP/1.1\r\nHost: www.facebook.com:443\r\n\r\n";
      assertEquals(List.of(asked), rig.httpRelay.asked());
      assertTrue(seen.dns().isEmpty());
      assertTrue(rig.own.asked().isEmpty());
      assertTrue(rig.socks.targets().isEmpty());
    }
  }

  @Test
  void aSocksRelayIsToldTheName() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("socks-relay");
      assertEquals(List.of("www.facebook.com"), rig.socksRelay.names());
      assertEquals(443, rig.socksRelay.targets().get(0).port());
    }
  }

  @Test
  void anEncryptedRelayShowsItsOwnNameOnly() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("tls-relay");
      byte[] hello = Octets.join(rig.tlsRelayFront.hello().toArray(byte[][]::new));
      assertEquals(
          Optional.of(Rig.RELAY_NAME), HelloReader.serverName(hello).map(HelloReader.Found::name));
      assertTrue(rig.tlsRelay.asked().get(0).startsWith("CONNECT www.facebook.com:443 "));
    }
  }

  @Test
  void aMirrorIsVisitedByItsOwnName() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit("mirror-domain");
      assertEquals(List.of("mirror.test. A udp"), rig.own.asked());
      assertEquals(Optional.of("mirror.test"), seen.tls().flatMap(TlsStep::serverName));
      assertEquals("https://mirror.test/", seen.http().orElseThrow().url());
    }
  }

  @Test
  void aRelayBehindTheProxyIsReachedThroughIt() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Endpoint relay = Endpoint.of("127.20.0.9", 3128);
      Relays relays = rig.vantage().relays().withHttp(Door.at(relay).viaProxy());
      rig.visit("http-relay", rig.vantage().with(relays), Laboratory.limits());
      assertEquals(List.of(relay), rig.socks.targets());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http-relay, no HTTP relay here",
    "socks-relay, no SOCKS relay here",
    "tls-relay, no encrypted relay here",
    "mirror-domain, no mirror of this site",
    "dns-over-tls, no foreign resolver over TLS here",
    "dns-over-https-get, no foreign resolver over HTTPS here",
    "quic-v1, no way for datagrams here",
    "idle-first, no state timeout known here",
    "other-sni, no neutral name here",
    "address-elsewhere, no one elsewhere to ask"
  })
  void whatIsMissingIsNotMeasured(String technique, String why) throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.reset())) {
      Observation seen = laboratory.visit(technique, Laboratory.limits());
      assertEquals(Optional.empty(), seen.death());
      Outcome outcome = Assessment.of(seen, seen).outcome();
      assertEquals("not measured: " + why, outcome.text());
      assertEquals(Optional.of(outcome), Outcome.parse(outcome.text()));
      assertTrue(laboratory.resolver().asked().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http-relay, 403, http_request_failed at tcp",
    "http-relay, garbage, http_request_failed at tcp",
    "http-relay, reset, connection_reset at tcp",
    "http-relay, silence, generic_timeout_error at tcp",
    "socks-relay, garbage, unknown_failure: does not speak SOCKS5 at tcp",
    "socks-relay, end, eof_error at tcp",
    "tls-relay, garbage, ssl_failed_handshake at tls",
    "tls-relay, silence, generic_timeout_error at tls"
  })
  void aRelayThatIsNoneIsNamedAndNoRestriction(String technique, String what, String death)
      throws IOException {
    FakeServer.Script script =
        switch (what) {
          case "403" -> Scripts.say("HTTP/1.1 403 No\r\n\r\n");
          case "garbage" -> Scripts.say("x".repeat(9000) + "\n\n");
          case "reset" -> Scripts.resetAfterFirstBytes();
          case "end" -> Scripts.eof();
          default -> Scripts.silence();
        };
    try (Rig rig = new Rig(ORIGIN);
        FakeServer broken = new FakeServer(script)) {
      Door door = Door.named(broken.endpoint(), Rig.RELAY_NAME);
      Relays relays = Relays.NONE.withHttp(door).withSocks(door).withTls(door);
      Observation seen = rig.visit(technique, rig.vantage().with(relays), Laboratory.limits());
      assertEquals(death, seen.death().orElseThrow().toString());
      assertEquals(Outcome.DOWN, Assessment.of(seen, seen).outcome());
      assertFalse(seen.http().isPresent());
    }
  }

  @Test
  void aRelayThatIsCutOffHereIsRestrictedAtItsOwnStage() throws IOException {
    try (Rig rig = new Rig(ORIGIN);
        FakeServer cut = new FakeServer(Scripts.resetAfterFirstBytes())) {
      Observation control = rig.visit("tls-relay");
      Relays relays = Relays.NONE.withTls(Door.named(cut.endpoint(), Rig.RELAY_NAME));
      Observation seen = rig.visit("tls-relay", rig.vantage().with(relays), Laboratory.ample());
      assertEquals(Outcome.blocked(Stage.TLS), Assessment.of(seen, control).outcome());
    }
  }
}
