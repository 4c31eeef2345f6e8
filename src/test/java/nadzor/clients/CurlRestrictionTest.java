package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl sees of the restrictions of 4 March 2022, by every way into the proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CurlRestrictionTest {
  private static final String FACEBOOK = "www.facebook.com";
  private static final List<String> OPEN = List.of("wikipedia.org", "vk.com", "www.instagram.com");

  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.BLOCKED);

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Curl in(String network) {
    return new Curl(laboratory, network);
  }

  private static void assertBlockPage(Curl.Seen seen, int status) {
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertEquals(status, seen.first().code(), seen::toString);
    String page = seen.text();
    for (String named : List.of("SIMULATION", "fb-2022-03-04", "case-facebook", "26 violations")) {
      assertTrue(page.contains(named), () -> "no " + named + " in " + seen);
    }
    assertFalse(page.contains("laboratory origin"), seen::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tspu-2022", "isp-dns", "isp-blockpage"})
  void whatIsNotListedLoads(String network) {
    for (String host : OPEN) {
      for (Curl.Seen seen :
          List.of(
              in(network).https(Route.HTTP_BY_NAME, host),
              in(network).https(Route.SOCKS5_BY_NAME, host),
              in(network).http(Route.HTTP_BY_NAME, host))) {
        assertEquals(Curl.OK, seen.exit(), seen::toString);
        assertTrue(seen.text().contains("<h1>" + host + "</h1>"), seen::toString);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void theStatesFilterResetsTheTlsHandshake(Route route) {
    Curl.Seen seen = in("tspu-2022").https(route, FACEBOOK);
    assertEquals(Curl.TLS_FAILED, seen.exit(), seen::toString);
    assertTrue(seen.finished().err().contains("Connection reset by peer"), seen::toString);
  }

  @Test
  void theStatesFilterLeavesPlainHttpAlone() {
    Curl.Seen seen = in("tspu-2022").http(Route.HTTP_BY_NAME, FACEBOOK);
    assertTrue(seen.text().contains("<h1>" + FACEBOOK + "</h1>"), seen::toString);
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void aFilterOnHostsAnswersPlainHttpWithThePage(Route route) {
    Curl.Seen seen = in("isp-blockpage").http(route, FACEBOOK);
    assertBlockPage(seen, 200);
  }

  @Test
  void aBodyOnItsWayDoesNotTakeThePageAway() {
    String body = "@" + LaboratoryFixture.SCENARIO;
    assertBlockPage(
        in("isp-blockpage").http(Route.HTTP_BY_NAME, FACEBOOK, "--data-binary", body), 200);
  }

  /** The second request of a connection is read as the first is (design, a connection). */
  @Test
  void theSecondRequestOfAConnectionIsJudgedToo() {
    Curl curl = in("isp-blockpage");
    List<String> tunnel = List.of("--proxy", curl.through(Route.HTTP_BY_NAME), "--proxytunnel");
    List<String> second =
        Stream.concat(tunnel.stream(), Stream.of("--header", "Host: " + FACEBOOK)).toList();
    Curl.Seen seen = curl.runAll(words(tunnel, "http://vk.com/"), words(second, "http://vk.com/"));
    assertEquals(2, seen.transfers().size(), seen::toString);
    int page = seen.text().indexOf("case-facebook");
    int passed = seen.text().indexOf("<h1>vk.com</h1>");
    assertTrue(passed >= 0 && page > passed, seen::toString);
    assertEquals(0, seen.transfers().get(1).connections(), seen::toString);
  }

  private static List<String> words(List<String> some, String last) {
    return Stream.concat(some.stream(), Stream.of(last)).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Route.class,
      names = {"HTTP_BY_NAME", "SOCKS5_BY_NAME"})
  void aFilterOnHostsMeetsTheHelloWithSilence(Route route) {
    Curl.Seen seen = in("isp-blockpage").https(route, FACEBOOK, "--max-time", "3");
    assertEquals(Curl.TIMEOUT, seen.exit(), seen::toString);
    assertEquals(0, seen.first().code(), seen::toString);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_BY_NAME", "SOCKS5_BY_NAME", "SOCKS4_BY_NAME"})
  void aForgedAnswerLeadsPlainHttpToThePage(Route route) {
    assertBlockPage(in("isp-dns").http(route, FACEBOOK), 200);
  }

  /** Nothing serves port 443 of the block page's address. */
  @ParameterizedTest
  @CsvSource({
    "HTTP_BY_NAME,   56, CONNECT tunnel failed",
    "SOCKS5_BY_NAME, 97, (5)",
    "SOCKS4_BY_NAME, 97, (91)",
  })
  void aForgedAnswerLeadsHttpsToAClosedPort(Route route, int exit, String told) {
    Curl.Seen seen = in("isp-dns").https(route, FACEBOOK);
    assertEquals(exit, seen.exit(), seen::toString);
    assertTrue(seen.finished().err().contains(told), seen::toString);
    if (route.scheme().equals("http")) {
      assertEquals(502, seen.first().connect());
      assertTrue(
          seen.text().contains("Proxy-Status: nadzor; error=connection_refused\r\n"),
          seen::toString);
    }
  }

  /** It restricts at its resolver only: who knows the address never meets it. */
  @ParameterizedTest
  @CsvSource({"HTTP_BY_ADDRESS", "SOCKS5_BY_ADDRESS", "SOCKS4_BY_ADDRESS"})
  void aForgingNetworkIsPassedByAddress(Route route) {
    Curl.Seen seen = in("isp-dns").https(route, FACEBOOK);
    assertTrue(seen.text().contains("<h1>" + FACEBOOK + "</h1>"), seen::toString);
  }

  @Test
  void everyRestrictionIsCounted() {
    long before = laboratory.network("tspu-2022").proxyCounters().restricted();
    in("tspu-2022").https(Route.HTTP_BY_NAME, "vk.com");
    in("tspu-2022").https(Route.HTTP_BY_NAME, "facebook.com");
    in("tspu-2022").https(Route.HTTP_BY_NAME, "scontent.xx.fbcdn.net");
    assertEquals(before + 2, laboratory.network("tspu-2022").proxyCounters().restricted());
  }
}
