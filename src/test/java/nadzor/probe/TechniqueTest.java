package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each technique puts on the wire, read by an independent reader. */
class TechniqueTest {
  private static final String PAGE = Scripts.page(200, "Facebook (laboratory)", "Hello");

  private final FakeTls tls =
      new FakeTls(Laboratory.CA.issue(Laboratory.HOST), Scripts.sayAndClose(PAGE));

  private static byte[] joined(List<byte[]> segments) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    segments.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private Optional<String> nameSeen() {
    return HelloReader.serverName(joined(tls.hello())).map(HelloReader.Found::name);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, www.facebook.com, 127.10.0.1",
    "alternative-resolver, www.facebook.com, 127.10.0.2",
    "split-hello, www.facebook.com, 127.10.0.1",
    "no-sni, , 127.10.0.1"
  })
  void getsThroughOverTls(String technique, String serverName, String address) throws IOException {
    try (Laboratory laboratory = Laboratory.with(tls)) {
      Observation seen = laboratory.visit(technique, Laboratory.ample());
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Optional.ofNullable(serverName), nameSeen());
      assertEquals(Endpoint.of(address, 443), laboratory.target());
      assertEquals("Facebook (laboratory)", seen.answer().orElseThrow().title().orElseThrow());
      assertEquals(2, seen.tls().orElseThrow().peerCertificates().size());
      assertEquals("TLSv1.3", seen.tls().orElseThrow().version().orElseThrow());
      assertTrue(seen.bytesReceived() > PAGE.length());
      assertTrue(seen.rate().isPresent());
    }
  }

  @Test
  void splitHelloCutsTheNameInTwoSegments() throws IOException {
    try (Laboratory laboratory = Laboratory.with(tls)) {
      laboratory.visit("split-hello", Laboratory.ample());
      HelloReader.Found found = HelloReader.serverName(joined(tls.hello())).orElseThrow();
      int cut = tls.hello().get(0).length;
      assertEquals(2, tls.hello().size());
      assertTrue(found.offset() < cut && cut < found.offset() + found.name().length());
    }
  }

  @Test
  void theOthersSendTheHelloInOneSegment() throws IOException {
    try (Laboratory laboratory = Laboratory.with(tls)) {
      laboratory.visit("plain", Laboratory.ample());
      assertEquals(1, tls.hello().size());
    }
  }

  @Test
  void trailingDotIsOnTheWire() throws IOException {
    try (Laboratory laboratory = Laboratory.with(tls)) {
      laboratory.visit("trailing-dot", Laboratory.ample());
      assertEquals(Optional.of("www.facebook.com."), nameSeen());
    }
  }

  private static Observation withTrailingDot(ForkedOrigin origin) throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.silence())) {
      Vantage vantage = laboratory.vantage(origin.endpoint());
      return Laboratory.visit(vantage, "trailing-dot", Laboratory.ample());
    }
  }

  @Test
  void trailingDotGetsThroughWhereTheServerDoesNotMind() throws IOException {
    try (ForkedOrigin origin = ForkedOrigin.tolerant(Laboratory.CA.issue(Laboratory.HOST))) {
      Observation seen = withTrailingDot(origin);
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Optional.of("www.facebook.com."), seen.tls().flatMap(TlsStep::serverName));
    }
  }

  @Test
  void trailingDotStillVerifiesTheNameWithoutIt() throws IOException {
    try (ForkedOrigin origin = ForkedOrigin.tolerant(Laboratory.CA.issue("vk.com"))) {
      Death death = withTrailingDot(origin).death().orElseThrow();
      assertEquals(Failure.Name.SSL_INVALID_HOSTNAME, death.failure().name());
    }
  }

  @Test
  void trailingDotIsRefusedByJsseAsItIs() throws IOException {
    try (ForkedOrigin origin = ForkedOrigin.strict(Laboratory.CA.issue(Laboratory.HOST))) {
      Death death = withTrailingDot(origin).death().orElseThrow();
      assertEquals(Stage.TLS, death.stage());
      assertEquals(Failure.Name.SSL_FAILED_HANDSHAKE, death.failure().name());
    }
  }

  @Test
  void plainHttpAsksInTheClear() throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.say(PAGE))) {
      Observation seen = laboratory.visit("plain-http", Laboratory.ample());
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Endpoint.of(Laboratory.ADDRESS, 80), laboratory.target());
      assertEquals(Optional.empty(), seen.tls());
      assertEquals("http://www.facebook.com/", seen.http().orElseThrow().url());
      assertEquals(PAGE.length(), seen.bytesReceived());
    }
  }

  @Test
  void onlyTheAlternativeAsksAbroad() throws IOException {
    try (Laboratory laboratory = Laboratory.with(tls)) {
      laboratory.visit("plain", Laboratory.ample());
      assertEquals(List.of("www.facebook.com. A udp"), laboratory.resolver().asked());
      assertTrue(laboratory.abroad().asked().isEmpty());
      laboratory.visit("alternative-resolver", Laboratory.ample());
      assertEquals(List.of("www.facebook.com. A udp"), laboratory.abroad().asked());
    }
  }

  @Test
  void noSniStillVerifiesTheName() throws IOException {
    FakeTls other = new FakeTls(Laboratory.CA.issue("vk.com"), Scripts.sayAndClose(PAGE));
    try (Laboratory laboratory = Laboratory.with(other)) {
      Observation seen = laboratory.visit("no-sni", Laboratory.ample());
      Death death = seen.death().orElseThrow();
      assertEquals(Failure.Name.SSL_INVALID_HOSTNAME, death.failure().name());
      assertFalse(seen.http().isPresent());
    }
  }

  @Test
  void namesAreUniqueAndEachSaysWhatItDoes() {
    assertEquals(
        List.of(
            "plain", "alternative-resolver", "split-hello", "no-sni", "trailing-dot", "plain-http"),
        Techniques.everyday().stream().map(Technique::name).toList());
    assertEquals(Optional.empty(), Techniques.named("carrier-pigeon"));
  }

  @Test
  void eachDeclaresItself() {
    List<Technique> all = Techniques.all();
    assertEquals(all.size(), all.stream().map(Technique::name).distinct().count());
    assertEquals(all.size(), all.stream().map(Technique::approach).distinct().count());
    for (Technique each : all) {
      assertTrue(each.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), each.name());
      assertFalse(each.about().isBlank() || each.source().isBlank(), each.name());
      assertEquals(Optional.of(each), Techniques.named(each.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain, baseline, page, ''",
    "dns-over-tls, dns, page, foreign-dot",
    "second-request, http, page, neutral-name",
    "padded-hello, tls, page, ''",
    "ech, tls, server-hello, neutral-name",
    "tls-relay, route, page, tls-relay",
    "quic-v1, quic, server-hello, udp-associate",
    "quic-unknown-version, quic, version-negotiation, udp-associate",
    "residual-later, waiting, server-hello, neutral-name residual-time"
  })
  void declarationsFollowFromWhatIsDone(String name, String family, String depth, String needs) {
    Technique technique = Techniques.named(name).orElseThrow();
    assertEquals(family, technique.family().text());
    assertEquals(depth, technique.depth().text());
    List<String> all = technique.needs().stream().map(Facility::text).sorted().toList();
    assertEquals(needs, String.join(" ", all));
  }
}
