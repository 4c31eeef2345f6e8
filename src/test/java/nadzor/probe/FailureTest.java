package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to die has its name and its stage. */
class FailureTest {
  /** Of ooni/spec data-formats/df-007-errors.md: none may be invented. */
  private static final Set<String> DF_007 =
      Set.of(
          "connection_refused",
          "connection_reset",
          "dns_no_answer",
          "dns_nxdomain_error",
          "dns_refused_error",
          "dns_reply_with_wrong_query_id",
          "dns_server_misbehaving",
          "dns_servfail_error",
          "eof_error",
          "generic_timeout_error",
          "host_unreachable",
          "http_request_failed",
          "interrupted",
          "network_down",
          "network_unreachable",
          "quic_incompatible_version",
          "ssl_failed_handshake",
          "ssl_invalid_certificate",
          "ssl_invalid_hostname",
          "ssl_unknown_authority",
          "unknown_failure");

  private static final TestCa STRANGER = new TestCa("stranger");
  private static final KeyStore KEYS = Laboratory.CA.issue(Laboratory.HOST);

  @Test
  void everyNameIsOneOfOoni() {
    for (Failure.Name name : Failure.Name.values()) {
      assertTrue(DF_007.contains(name.text()), name.text());
    }
  }

  private static void assertDeath(String stage, String failure, Observation seen) {
    Death death = seen.death().orElseThrow();
    assertEquals(stage, death.stage().text(), death.toString());
    assertEquals(failure, death.failure().name().text(), death.toString());
  }

  private static Arguments tls(String what, FakeServer.Script origin, String failure) {
    return arguments(what, origin, failure);
  }

  static Stream<Arguments> handshakes() {
    FakeServer.Script unused = Scripts.silence();
    return Stream.of(
        tls("reset", Scripts.resetAfterFirstBytes(), "connection_reset"),
        tls("end", Scripts.eof(), "eof_error"),
        tls("silence", Scripts.silence(), "generic_timeout_error"),
        tls("half a record", Scripts.say("\26\3\3\40\0half"), "generic_timeout_error"),
        tls("a block page", Scripts.say(Scripts.page(200, "no", "no")), "ssl_failed_handshake"),
        tls("an alert", Scripts.say("\25\3\3\0\2\2\50"), "ssl_failed_handshake"),
        tls("a goodbye", Scripts.say("\25\3\3\0\2\1\0"), "ssl_failed_handshake"),
        tls("garbage", Scripts.say("x".repeat(70_000)), "ssl_failed_handshake"),
        tls("endless", Scripts.endless("", "\24\3\3\0\1\1"), "ssl_failed_handshake"),
        tls(
            "stranger",
            new FakeTls(STRANGER.issue(Laboratory.HOST), unused),
            "ssl_unknown_authority"),
        tls(
            "wrong name",
            new FakeTls(Laboratory.CA.issue("vk.com"), unused),
            "ssl_invalid_hostname"),
        tls(
            "expired",
            new FakeTls(Laboratory.CA.issueExpired(Laboratory.HOST), unused),
            "ssl_invalid_certificate"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("handshakes")
  void handshake(String what, FakeServer.Script origin, String failure) throws IOException {
    try (Laboratory laboratory = Laboratory.with(origin)) {
      Observation seen = laboratory.visit("plain", Laboratory.limits());
      assertDeath("tls", failure, seen);
      assertTrue(seen.runtime().compareTo(Laboratory.limits().total()) < 0, what);
    }
  }

  static Stream<Arguments> exchanges() {
    String head = "HTTP/1.1 200 OK\r\n";
    return Stream.of(
        arguments("reset", Scripts.resetAfterFirstBytes(), "connection_reset"),
        arguments("end", Scripts.eof(), "eof_error"),
        arguments("silence", Scripts.silence(), "generic_timeout_error"),
        arguments("half a head", Scripts.sayAndClose(head), "eof_error"),
        arguments("garbage", Scripts.say("\0\1\2\3\r\n\r\n"), "http_request_failed"),
        arguments("one long line", Scripts.endless("", "x"), "http_request_failed"),
        arguments("many headers", Scripts.endless(head, "a: b\r\n"), "http_request_failed"),
        arguments(
            "a body that ends early",
            Scripts.sayAndClose(head + "Content-Length: 9\r\n\r\nhalf"),
            "eof_error"),
        arguments(
            "a body that stops",
            Scripts.say(head + "Content-Length: 9\r\n\r\nhalf"),
            "generic_timeout_error"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exchanges")
  void exchangeInTheClear(String what, FakeServer.Script origin, String failure)
      throws IOException {
    try (Laboratory laboratory = Laboratory.with(origin)) {
      assertDeath("http", failure, laboratory.visit("plain-http", Laboratory.limits()));
    }
  }

  @Test
  void endOfABodyWithoutCloseNotifyIsNoEnd() throws IOException {
    FakeTls origin = new FakeTls(KEYS, Scripts.sayAndClose("HTTP/1.0 200 OK\r\n\r\nall?"));
    try (Laboratory laboratory = Laboratory.with(origin.cutAtTheEnd())) {
      assertDeath("http", "eof_error", laboratory.visit("plain", Laboratory.limits()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, unknown_failure",
    "2, unknown_failure",
    "3, network_unreachable",
    "4, host_unreachable",
    "5, connection_refused",
    "6, generic_timeout_error",
    "255, unknown_failure"
  })
  void socksReplies(int code, String failure) throws IOException {
    try (Laboratory laboratory = Laboratory.behind(new FakeSocks(code, Scripts.silence()))) {
      assertDeath("tcp", failure, laboratory.visit("plain", Laboratory.limits()));
    }
  }

  static Stream<Arguments> proxies() {
    byte[] chosen = {5, 0};
    return Stream.of(
        arguments("reset", Scripts.reset(), "network_down"),
        arguments("end", Scripts.eof(), "network_down"),
        arguments("silence", Scripts.silence(), "network_down"),
        arguments("no SOCKS", Scripts.say("HTTP/1.1 400 Bad\r\n\r\n"), "network_down"),
        arguments("wants a password", Scripts.say(new byte[] {5, 2}), "network_down"),
        arguments("silent CONNECT", Scripts.say(chosen), "generic_timeout_error"),
        arguments("garbled CONNECT", Scripts.say("\5\0nonsense"), "unknown_failure"),
        arguments(
            "unknown address", Scripts.say(new byte[] {5, 0, 5, 0, 0, 9}), "unknown_failure"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proxies")
  void proxy(String what, FakeServer.Script script, String failure) throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.silence());
        FakeServer broken = new FakeServer(script)) {
      Vantage vantage = laboratory.vantage(broken.endpoint());
      assertDeath("tcp", failure, Laboratory.visit(vantage, "plain", Laboratory.limits()));
    }
  }

  @Test
  void nobodyAtTheProxy() throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.silence())) {
      Vantage vantage = laboratory.vantage(FakeServer.nobody());
      assertDeath("tcp", "network_down", Laboratory.visit(vantage, "plain", Laboratory.limits()));
    }
  }

  @Test
  void anInterruptEndsAVisitAndIsKept() throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.silence())) {
      Thread.currentThread().interrupt();
      Observation seen = laboratory.visit("plain", Laboratory.ample());
      assertTrue(Thread.interrupted());
      assertEquals(Failure.Name.INTERRUPTED, seen.death().orElseThrow().failure().name());
    }
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments(new ConnectException("Connection refused"), "connection_refused"),
        arguments(new PortUnreachableException(), "connection_refused"),
        arguments(new SocketException("Connection reset"), "connection_reset"),
        arguments(new IOException("Broken pipe"), "connection_reset"),
        arguments(new NoRouteToHostException("No route to host"), "host_unreachable"),
        arguments(new SocketException("Network is unreachable"), "network_unreachable"),
        arguments(new ConnectException("Connection timed out"), "generic_timeout_error"),
        arguments(new ClosedByInterruptException(), "interrupted"),
        arguments(new IOException("strange"), "unknown_failure: strange"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsOfTheSystem(IOException error, String text) {
    assertEquals(text, Failure.of(error).text());
  }

  @Test
  void whatTrickledInAHandshakeIsKept() throws IOException {
    byte[] half = Arrays.copyOf(new byte[] {22, 3, 3, 0x20, 0}, 105);
    try (Laboratory laboratory = Laboratory.with(Scripts.say(half))) {
      Observation seen = laboratory.visit("plain", Laboratory.limits());
      assertDeath("tls", "generic_timeout_error", seen);
      assertEquals(105, seen.bytesReceived());
      assertTrue(seen.reads() >= 1);
      assertTrue(seen.rate().orElseThrow() > 0);
    }
  }

  @Test
  void anEndlessBodyIsCutAtItsLimit() throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.endless("HTTP/1.1 200 OK\r\n\r\n", "x"))) {
      HttpAnswer answer = laboratory.visit("plain-http", Laboratory.ample()).answer().orElseThrow();
      assertEquals(Laboratory.ample().bodyBytes(), answer.bodyLength());
      assertTrue(answer.truncated());
    }
  }
}
