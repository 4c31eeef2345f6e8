package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyStyleTest {
  @ParameterizedTest
  @CsvSource({
    "CONNECTION_REFUSED, 502, connection_refused, 5",
    "CONNECTION_TERMINATED, 502, connection_terminated, 1",
    "CONNECTION_TIMEOUT, 504, connection_timeout, 6",
    "DESTINATION_UNROUTABLE, 502, destination_ip_unroutable, 3",
    "DESTINATION_PROHIBITED, 502, destination_ip_prohibited, 2",
    "DNS_TIMEOUT, 504, dns_timeout, 6",
  })
  void everyFailureIsToldInEveryProtocol(Failure.Kind kind, int status, String error, int socks) {
    Failure failure = Failure.of(kind, "why");
    String http = http(failure);
    assertEquals("HTTP/1.1 " + status, http.substring(0, 12));
    assertEquals("nadzor; error=" + error, field(http, "Proxy-Status: "));
    assertEquals(socks, ReplyStyle.SOCKS5.failed(failure)[1]);
    assertEquals(91, ReplyStyle.SOCKS4.failed(failure)[1]);
  }

  @Test
  void aDnsErrorNamesItsCodeAndItsExtendedError() {
    Failure failure = Failure.dns("a.test", 3, OptionalInt.of(16));
    assertEquals(
        "nadzor; error=dns_error; rcode=\"NXDOMAIN\"; info-code=16",
        field(http(failure), "Proxy-Status: "));
    assertEquals(4, ReplyStyle.SOCKS5.failed(failure)[1]);
    String odd = http(Failure.dns("a.test", 23, OptionalInt.empty()));
    assertEquals("nadzor; error=dns_error; rcode=\"RCODE23\"", field(odd, "Proxy-Status: "));
  }

  @Test
  void theLengthIsTheBodys() {
    String http = http(Failure.of(Failure.Kind.CONNECTION_REFUSED, "why"));
    int body = http.length() - http.indexOf("\r\n\r\n") - 4;
    assertEquals(String.valueOf(body), field(http, "Content-Length: "));
  }

  @Test
  void causesOfConnectionFailuresAreToldApart() {
    assertEquals(Failure.Kind.CONNECTION_REFUSED, Refusals.of(new ConnectException()).kind());
    assertEquals(
        Failure.Kind.DESTINATION_UNROUTABLE, Refusals.of(new NoRouteToHostException()).kind());
    assertEquals(
        Failure.Kind.CONNECTION_TERMINATED, Refusals.of(new ClosedChannelException()).kind());
  }

  private static String http(Failure failure) {
    return new String(ReplyStyle.FORWARD.failed(failure), StandardCharsets.US_ASCII);
  }

  private static String field(String http, String name) {
    int start = http.indexOf(name) + name.length();
    return http.substring(start, http.indexOf("\r\n", start));
  }
}
