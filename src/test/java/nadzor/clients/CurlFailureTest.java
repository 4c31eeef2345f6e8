package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How curl is told, through a proxy, that there is no way: as the same kind of failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CurlFailureTest {
  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.BLOCKED);
  private final Curl curl = new Curl(laboratory, "control");

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Curl.Seen through(Route route, String url) {
    return curl.run("--proxy", curl.through(route), url);
  }

  /** RFC 9209 section 2.3; the world's authority refuses what lies outside of its zones. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "none.facebook.com,   dns_error; rcode=\"NXDOMAIN\"",
    "outside.test,        dns_error; rcode=\"REFUSED\"",
    "8.8.8.8,             destination_ip_prohibited",
    "192.0.2.200,         destination_ip_prohibited",
    "[2001:db8:ffff::1],  destination_ip_prohibited",
    "127.0.0.1,           destination_ip_prohibited",
    "203.0.113.10:8443,   connection_refused",
    "www.facebook.com:81, connection_refused",
  })
  void httpIsToldByStatus(String authority, String error) {
    String line = "Proxy-Status: nadzor; error=" + error + "\r\n";
    Curl.Seen tunnel = through(Route.HTTP_BY_NAME, "https://" + authority + "/");
    assertEquals(Curl.RECEIVE_FAILED, tunnel.exit(), tunnel::toString);
    assertEquals(502, tunnel.first().connect(), tunnel::toString);
    assertTrue(tunnel.text().contains(line), tunnel::toString);
    Curl.Seen absolute = through(Route.HTTP_BY_NAME, "http://" + authority + "/");
    assertEquals(502, absolute.first().code(), absolute::toString);
    assertTrue(absolute.text().contains(line), absolute::toString);
    assertTrue(absolute.text().contains("simulated network"), absolute::toString);
  }

  /** RFC 1928 section 6: 2 not allowed, 4 host unreachable, 5 refused; SOCKS4 knows 91 alone. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SOCKS5_BY_NAME, none.facebook.com, (4)",
    "SOCKS5_BY_NAME, outside.test,      (4)",
    "SOCKS5_BY_NAME, 8.8.8.8,           (2)",
    "SOCKS5_BY_NAME, www.facebook.com:81, (5)",
    "SOCKS4_BY_NAME, none.facebook.com, (91)",
    "SOCKS4_BY_NAME, 8.8.8.8,           (91)",
  })
  void socksIsToldByItsCode(Route route, String authority, String code) {
    Curl.Seen seen = through(route, "https://" + authority + "/");
    assertEquals(Curl.PROXY_FAILED, seen.exit(), seen::toString);
    assertTrue(seen.finished().err().contains(code), seen::toString);
  }

  /** A trap on this machine's loopback, outside of the world: it must never be reached. */
  @ParameterizedTest
  @CsvSource({"HTTP_BY_NAME", "SOCKS5_BY_NAME", "SOCKS4_BY_NAME"})
  void nothingOutsideTheWorldIsConnectedTo(Route route) throws IOException {
    try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      trap.setSoTimeout(200);
      for (String host : new String[] {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]"}) {
        String url = "http://" + host + ":" + trap.getLocalPort() + "/";
        Curl.Seen seen = curl.run("--proxy", curl.through(route), "--proxytunnel", url);
        assertTrue(seen.exit() != Curl.OK, seen::toString);
      }
      assertThrows(SocketTimeoutException.class, trap::accept);
    }
  }

  @ParameterizedTest
  @CsvSource({"/, 400", "http:///, 400", "ftp://vk.com/, 400", "vk.com:443, 400"})
  void whatIsNoProxyRequestIsRefused(String target, int status) {
    Curl.Seen seen =
        curl.run("http://" + laboratory.proxy("control") + "/", "--request-target", target);
    assertEquals(status, seen.first().code(), seen::toString);
    assertTrue(seen.text().contains("error=http_request_error"), seen::toString);
  }

  @Test
  void aNetworksOwnResolverDecidesForItsProxy() {
    Curl forging = new Curl(laboratory, "isp-dns");
    Curl.Seen seen = forging.https(Route.HTTP_BY_NAME, "www.facebook.com");
    assertTrue(seen.text().contains("error=connection_refused"), seen::toString);
    Curl.Seen open = curl.https(Route.HTTP_BY_NAME, "www.facebook.com");
    assertEquals(200, open.first().code(), open::toString);
  }
}
