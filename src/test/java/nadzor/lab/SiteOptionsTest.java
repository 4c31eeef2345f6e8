package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites that behave otherwise, with curl and with the JDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteOptionsTest {
  private static final DomainName USUAL = DomainName.of("usual.test");
  private static final SiteOptions OPTIONS = SiteOptions.USUAL;
  private static final World WORLD =
      World.of(
          List.of(
              Site.of("usual.test", "127.10.1.1", "neutral"),
              site("tolerant.test", "127.10.1.2", OPTIONS.asTolerant()),
              site("down.test", "127.10.1.3", OPTIONS.asDown()).withIpv6("2001:db8:1::3"),
              site("expired.test", "127.10.1.4", OPTIONS.asExpired()),
              site("moved.test", "127.10.1.5", OPTIONS.redirectedTo(USUAL)),
              site("late.test", "127.10.1.6", slow(Duration.ofMillis(300), OptionalLong.empty())),
              site("slow.test", "127.10.1.7", slow(Duration.ZERO, OptionalLong.of(5000)))
                  .with(new SiteObject("/text", 3000, "text/plain")),
              site("old.test", "127.10.1.8", OPTIONS.withHttp3(false)),
              site("beside.test", "127.10.1.8", OPTIONS)));

  private final TestLaboratory laboratory;

  SiteOptionsTest(@TempDir Path directory) throws IOException {
    laboratory = new TestLaboratory(directory, HttpLimits.USUAL, WORLD);
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private static Site site(String host, String address, SiteOptions options) {
    return Site.of(host, address, "neutral").behaving(options);
  }

  private static SiteOptions slow(Duration before, OptionalLong rate) {
    return OPTIONS.slowedBy(new Slowness(before, rate));
  }

  @Test
  void aSiteThatIsDownHasNoRoutes() {
    for (String address : List.of("127.10.1.3", "2001:db8:1::3")) {
      InetAddress down = Addresses.parse(address);
      assertTrue(laboratory.world().addresses().contains(down), "advertised all the same");
      for (int port : new int[] {80, 443}) {
        Endpoint at = new Endpoint(down, port);
        assertEquals(Optional.empty(), laboratory.world().route(at));
        assertEquals(Optional.empty(), laboratory.world().routeDatagrams(at));
      }
    }
  }

  @Test
  void anExpiredCertificateIsNoticed() throws Exception {
    Shell.Ran refused = laboratory.curl("https://expired.test/");
    assertEquals(60, refused.code(), refused.out());
    assertTrue(refused.out().contains("expired"), refused.out());
    assertEquals(0, laboratory.curl("--insecure", "https://expired.test/").code());
    assertEquals(0, laboratory.curl("http://expired.test/").code());
  }

  @ParameterizedTest
  @CsvSource({
    "http://moved.test/a?q=1,http://usual.test/a",
    "https://moved.test/,https://usual.test/"
  })
  void aRedirectKeepsSchemeAndPath(String from, String to) throws Exception {
    assertEquals(
        "301 " + to,
        laboratory.curl("-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", from).out());
  }

  @Test
  void aLateSiteAnswersAfterItsPause() throws Exception {
    String out =
        laboratory
            .curl("-o", "/dev/null", "-w", "%{time_starttransfer}", "https://late.test/")
            .out();
    assertTrue(Double.parseDouble(out) >= 0.3, out);
  }

  @Test
  void aSlowSiteIsNeverFasterThanItsRate() throws Exception {
    String out =
        laboratory
            .curl(
                "-o", "/dev/null", "-w", "%{size_download} %{time_total}", "http://slow.test/text")
            .out();
    assertTrue(out.startsWith("3000 "), out);
    assertTrue(Double.parseDouble(out.substring(5)) >= 2500 / 5000.0, out);
  }

  @ParameterizedTest
  @CsvSource({
    "https://usual.test/,true",
    "http://usual.test/,false",
    "https://old.test/,false",
    "https://beside.test/,true"
  })
  void http3IsToldOfOverTlsAlone(String url, boolean told) throws Exception {
    assertEquals(told, laboratory.curl("-i", url).out().contains("Alt-Svc: h3=\":443\""));
  }

  @Test
  void aSiteWithoutHttp3IsNotThereEvenBesideOneThatHasIt() throws Exception {
    Endpoint old = Endpoint.of("127.10.1.8", 443);
    assertTrue(laboratory.world().routeDatagrams(old).isPresent(), "the other's");
    try (Http3Client client = new Http3Client(laboratory.ca.certificate(), true, 20_000)) {
      var connection = client.connect(laboratory.boundDatagrams("beside.test"), "beside.test");
      assertEquals(200, client.get(connection, "beside.test", "/").status());
      assertEquals(421, client.get(connection, "old.test", "/").status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0014\u0003\u0003\u0000\u0001\u0001",
        "\u0018\u0003\u0001\u0000\u0002xx",
        "junk"
      })
  void aTolerantSitePassesOverWhatStandsBefore(String octets) throws Exception {
    assertTrue(get("tolerant.test", octets).startsWith("HTTP/1.1 200"));
  }

  @Test
  void anotherDoesNot() throws Exception {
    assertTrue(get("usual.test", "").startsWith("HTTP/1.1 200"));
    assertThrows(SSLException.class, () -> get("usual.test", "\u0018\u0003\u0001\u0000\u0002xx"));
  }

  private String get(String host, String octetsBefore) throws Exception {
    Endpoint at = laboratory.bound(host, 443);
    try (Socket plain = new Socket(at.address(), at.port())) {
      plain.setSoTimeout(10_000);
      plain.getOutputStream().write(octetsBefore.getBytes(StandardCharsets.ISO_8859_1));
      try (SSLSocket socket =
          (SSLSocket) laboratory.client().getSocketFactory().createSocket(plain, host, 443, true)) {
        String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void refused(String why, Executable making) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
    assertTrue(message.contains(why), message);
  }

  @Test
  void contradictionsAreRefused() {
    Site one = Site.of("one.test", "127.10.2.1", "neutral");
    Site two = Site.of("two.test", "127.10.2.1", "neutral").behaving(OPTIONS.asTolerant());
    refused("tolerant: true", () -> World.of(List.of(one, two)));
    Site itself = one.behaving(OPTIONS.redirectedTo(one.host()));
    refused("another site", () -> World.of(List.of(itself)));
    refused("another site", () -> World.of(List.of(one.behaving(OPTIONS.redirectedTo(USUAL)))));
    refused("down alone", () -> OPTIONS.asDown().asExpired());
    refused("relay.abroad.test", () -> World.of(List.of(Site.of("r.test", "127.20.0.3", "x"))));
    refused(
        "dns.abroad.test", () -> World.of(List.of(Site.of("dns.abroad.test", "127.10.2.1", "x"))));
    refused("10 min", () -> Slowness.before(Duration.ofMinutes(11)));
    refused("0 ms", () -> Slowness.before(Duration.ofMillis(-1)));
    refused("1 B/s", () -> Slowness.rate(0));
    assertFalse(OPTIONS.withHttp3(false).http3());
  }
}
