package nadzor.probe;

import static nadzor.probe.Scenes.flow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import nadzor.probe.Failure.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table: what was seen, beside a control, and what that means. */
class AssessmentTest {
  /** A page of 2 kB in 3 ms after a handshake of 1.6 kB in 4 ms. */
  private static Scenes secure() {
    return Scenes.of("plain").handshake(flow(1600, 4)).page(200, "Facebook", 2000, "aa");
  }

  private static Scenes clear() {
    return Scenes.of("plain-http").page(200, "Facebook", 2000, "aa");
  }

  private static Scenes reached() {
    return Scenes.of("plain");
  }

  private static Scenes shaken() {
    return reached().handshake(flow(1600, 4));
  }

  private static Scenes noAddress() {
    return reached().addresses();
  }

  private static Scenes forged() {
    return reached().addresses("127.30.1.9");
  }

  private static Scenes forgedClear() {
    return clear().addresses("127.30.1.9");
  }

  private static Arguments row(String what, Scenes seen, String outcome) {
    boolean inTheClear = seen.seen().cell().technique().name().equals("plain-http");
    return row(what, seen, inTheClear ? clear() : secure(), outcome);
  }

  private static Arguments row(String what, Scenes seen, Scenes control, String outcome) {
    return arguments(what, seen.seen(), control.seen(), outcome);
  }

  static Stream<Arguments> overTls() {
    return Stream.of(
        row("the same page", secure(), "ok"),
        row("another page, but verified", secure().page(500, "Oops", 9, "bb"), "ok"),
        row("other addresses, but verified", secure().addresses("127.10.9.9"), "ok"),
        row("RST to the hello", shaken().died(Stage.TLS, Name.CONNECTION_RESET), "blocked(tls)"),
        row("EOF to the hello", shaken().died(Stage.TLS, Name.EOF_ERROR), "blocked(tls)"),
        row("MITM", shaken().died(Stage.TLS, Name.SSL_UNKNOWN_AUTHORITY), "blocked(tls)"),
        row("other name", shaken().died(Stage.TLS, Name.SSL_INVALID_HOSTNAME), "blocked(tls)"),
        row(
            "silence to the hello",
            reached().handshake(Flow.NONE).died(Stage.TLS, Name.GENERIC_TIMEOUT_ERROR),
            "blocked(tls)"),
        row("refused", reached().died(Stage.TCP, Name.CONNECTION_REFUSED), "blocked(tcp)"),
        row("no way", reached().died(Stage.TCP, Name.HOST_UNREACHABLE), "blocked(tcp)"),
        row("no SYN/ACK", reached().died(Stage.TCP, Name.GENERIC_TIMEOUT_ERROR), "blocked(tcp)"),
        row("proxy's 1", reached().died(Stage.TCP, Name.UNKNOWN_FAILURE), "blocked(tcp)"),
        row(
            "RST to the request",
            shaken().died(Stage.HTTP, Name.CONNECTION_RESET),
            "blocked(http)"),
        row(
            "silence to the request",
            shaken()
                .response(Optional.empty(), Flow.NONE)
                .died(Stage.HTTP, Name.GENERIC_TIMEOUT_ERROR),
            "blocked(http)"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        row("NXDOMAIN", noAddress().died(Stage.DNS, Name.DNS_NXDOMAIN_ERROR), "blocked(dns)"),
        row("REFUSED", noAddress().died(Stage.DNS, Name.DNS_REFUSED_ERROR), "blocked(dns)"),
        row("NODATA", noAddress().died(Stage.DNS, Name.DNS_NO_ANSWER), "blocked(dns)"),
        row("silence", noAddress().died(Stage.DNS, Name.GENERIC_TIMEOUT_ERROR), "blocked(dns)"),
        row("forged, RST", forged().died(Stage.TLS, Name.CONNECTION_RESET), "blocked(dns)"),
        row("forged, MITM", forged().died(Stage.TLS, Name.SSL_INVALID_HOSTNAME), "blocked(dns)"),
        row("forged, closed", forged().died(Stage.TCP, Name.CONNECTION_REFUSED), "blocked(dns)"),
        row("forged, fenced", forged().died(Stage.TCP, Name.UNKNOWN_FAILURE), "blocked(dns)"),
        row(
            "forged, trickling",
            forged().handshake(flow(900, 2400)).died(Stage.TLS, Name.GENERIC_TIMEOUT_ERROR),
            "blocked(dns)"),
        row("forged, block page", forgedClear().page(200, "Blocked", 700, "bb"), "blocked(dns)"),
        row("forged, page right", forgedClear(), "ok"),
        row(
            "one address in common",
            reached().addresses("127.10.9.9", "127.10.0.1").died(Stage.TLS, Name.CONNECTION_RESET),
            "blocked(tls)"));
  }

  static Stream<Arguments> inTheClear() {
    return Stream.of(
        row("the same page", clear(), "ok"),
        row("451", clear().page(451, "Facebook", 2000, "bb"), "blocked(http)"),
        row("451 with the very octets", clear().page(451, "Facebook", 2000, "aa"), "blocked(http)"),
        row("redirect", clear().page(302, "", 0, "bb"), "blocked(http)"),
        row("block page", clear().page(200, "Restricted", 1900, "bb"), "blocked(http)"),
        row("much shorter", clear().page(200, "Facebook", 1400, "bb"), "blocked(http)"),
        row("much longer", clear().page(200, "Facebook", 2900, "bb"), "blocked(http)"),
        row("a little shorter", clear().page(200, "Facebook", 1401, "bb"), "ok"),
        row("title in other case", clear().page(200, "FACEBOOK", 2000, "bb"), "ok"),
        row("RST", clear().died(Stage.HTTP, Name.CONNECTION_RESET), "blocked(http)"),
        row("EOF", clear().died(Stage.HTTP, Name.EOF_ERROR), "blocked(http)"),
        row("garbage", clear().died(Stage.HTTP, Name.HTTP_REQUEST_FAILED), "blocked(http)"),
        row("both empty", clear().page(204, "", 0, "cc"), clear().page(204, "", 0, "dd"), "ok"));
  }

  /** Of the control's 2,000 B in 3 ms nothing here is near; the time decides. */
  static Stream<Arguments> rates() {
    return Stream.of(
        row(
            "whole, at 650 B/s",
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 3076)),
            "slow"),
        row(
            "cut by the window",
            secure()
                .page(200, "Facebook", 1500, "bb", flow(1500, 3900))
                .died(Stage.HTTP, Name.GENERIC_TIMEOUT_ERROR),
            "slow"),
        row(
            "a handshake that trickles",
            reached().handshake(flow(1500, 2300)).died(Stage.TLS, Name.GENERIC_TIMEOUT_ERROR),
            "slow"),
        row("a handshake that trickled through", secure().handshake(flow(1600, 2300)), "slow"),
        row(
            "trickles and is then reset",
            reached().handshake(flow(900, 2300)).died(Stage.TLS, Name.CONNECTION_RESET),
            "blocked(tls)"),
        row(
            "some segments, then silence (SNI-II)",
            reached().handshake(flow(1600, 30)).died(Stage.TLS, Name.GENERIC_TIMEOUT_ERROR),
            "blocked(tls)"),
        row(
            "half a page, then silence",
            secure()
                .page(200, "Facebook", 900, "bb", flow(900, 40))
                .died(Stage.HTTP, Name.GENERIC_TIMEOUT_ERROR),
            "blocked(http)"),
        row("late by load", secure().page(200, "Facebook", 2000, "aa", flow(2000, 999)), "ok"),
        row(
            "trickles like the control",
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 3000)),
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 1000)),
            "ok"),
        row(
            "just a quarter",
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 4000)),
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 1000)),
            "ok"),
        row(
            "below a quarter",
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 4001)),
            secure().page(200, "Facebook", 2000, "aa", flow(2000, 1000)),
            "slow"),
        row(
            "in the clear too",
            clear().page(200, "Facebook", 2000, "aa", flow(2000, 3000)),
            "slow"));
  }

  static Stream<Arguments> controls() {
    Scenes dead = shaken().died(Stage.TLS, Name.SSL_FAILED_HANDSHAKE);
    return Stream.of(
        row("both fail", shaken().died(Stage.TLS, Name.SSL_FAILED_HANDSHAKE), dead, "down"),
        row("only the control fails", secure(), dead, "down"),
        row("stopped", reached().died(Stage.TLS, Name.INTERRUPTED), "unsure"),
        row("stopped in DNS", noAddress().died(Stage.DNS, Name.INTERRUPTED), "unsure"),
        row("no proxy", reached().died(Stage.TCP, Name.NETWORK_DOWN), "unsure"),
        row("forged, no proxy", forged().died(Stage.TCP, Name.NETWORK_DOWN), "unsure"),
        row("control stopped", secure(), secure().died(Stage.HTTP, Name.INTERRUPTED), "unsure"),
        row("control's proxy", secure(), reached().died(Stage.TCP, Name.NETWORK_DOWN), "unsure"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource({"overTls", "names", "inTheClear", "rates", "controls"})
  void means(String what, Observation seen, Observation control, String outcome) {
    Assessment assessment = Assessment.of(seen, control);
    assertEquals(outcome, assessment.outcome().text(), what + ": " + assessment.why());
    assertFalse(assessment.why().isBlank());
  }

  @Test
  void refusesAControlOfAnotherTechnique() {
    Observation seen = secure().seen();
    Observation other = clear().seen();
    assertThrows(IllegalArgumentException.class, () -> Assessment.of(seen, other));
  }

  @Test
  void saysWhichRates() {
    Scenes slow = secure().page(200, "Facebook", 2000, "aa", flow(2000, 4000));
    assertEquals(
        "the response came at 500 B/s, the control's at 666667 B/s",
        Assessment.of(slow.seen(), secure().seen()).why());
  }
}
