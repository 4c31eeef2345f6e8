package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nadzor.proxy.ProxyCounters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a browser of today makes of the networks of 14 March 2022. Found with Chromium 156:
 *
 * <p><b>Its ClientHello does not fit one segment.</b> With the post-quantum key share
 * (X25519MLKEM768, 1,216 octets) it has some 1,900 octets. A filter that reads single segments of
 * 1,460, as those of 2022 did (Censored Planet, "TSPU", 2022), never sees such a hello whole and
 * lets it pass: in tspu-2022 and isp-blockpage a blocked site loads. No switch or feature takes the
 * key share away any more (PostQuantumKyber and its successors are gone); {@code
 * --ssl-version-max=tls1.2} leaves out all key shares and makes a hello of 400 octets, and the
 * filters bite as they did in March 2022.
 *
 * <p><b>Preloaded names are never asked for over plain HTTP.</b> facebook.com, instagram.com,
 * fbcdn.net (and wikipedia.org, reddit.com) are on Chromium's HSTS list: it goes to HTTPS by
 * itself, where no block page can be shown. cdninstagram.com is not on it.
 *
 * <p><b>Other names are asked for over HTTPS first</b> (feature HttpsUpgrades), over plain HTTP
 * only where that fails, or is silent for three seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChromiumTest {
  private static final int SEGMENT = 1460;
  private static final int RECORD_HEADER = 5;
  private static final String ONE_SEGMENT_HELLO = "--ssl-version-max=tls1.2";
  private static final String NOT_PRELOADED = "scontent.cdninstagram.com";

  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.ALL_BLOCKED);

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Browser in(String network) {
    return new Browser(laboratory, network);
  }

  private static void assertLoaded(String host, Browser.Visit visit) {
    assertEquals("", visit.failure(), visit::toString);
    assertTrue(visit.page().contains("<h1>" + host + "</h1>"), visit::toString);
  }

  private static boolean fitsOneSegment(int hello) {
    return hello + RECORD_HEADER <= SEGMENT;
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void pagesLoadWhereNothingIsRestricted(String scheme) {
    Browser browser = new Browser(laboratory, "control", scheme);
    assertLoaded("www.facebook.com", browser.visit("https://www.facebook.com/"));
  }

  /** The origin takes TLS 1.2 too, so that the smaller hello is a fair control. */
  @Test
  void pagesLoadWithTheSmallerHelloToo() {
    Browser.Visit visit = in("control").visit("https://www.facebook.com/", ONE_SEGMENT_HELLO);
    assertLoaded("www.facebook.com", visit);
    assertTrue(visit.hellos().stream().allMatch(ChromiumTest::fitsOneSegment), visit::toString);
  }

  @Test
  void aHelloInOneSegmentIsReset() {
    Browser.Visit visit = in("tspu-2022").visit("https://www.instagram.com/", ONE_SEGMENT_HELLO);
    assertEquals("ERR_CONNECTION_RESET", visit.failure(), visit::toString);
    assertEquals("", visit.page().strip(), visit::toString);
  }

  /** Not what the story tells of 2022, but true of a browser of today: see above. */
  @ParameterizedTest
  @ValueSource(strings = {"tspu-2022", "isp-blockpage"})
  void aHelloInTwoSegmentsPassesAFilterThatReadsSingleOnes(String network) {
    ProxyCounters counters = laboratory.network(network).proxyCounters();
    long before = counters.restricted();
    Browser.Visit visit = in(network).visit("https://www.instagram.com/");
    assertFalse(visit.hellos().isEmpty(), visit::toString);
    assertTrue(visit.hellos().stream().noneMatch(ChromiumTest::fitsOneSegment), visit::toString);
    assertLoaded("www.instagram.com", visit);
    assertEquals(before, counters.restricted());
  }

  /** Plain HTTP at once; after three silent seconds of HTTPS; after HTTPS that is refused. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "isp-blockpage | " + Browser.NO_UPGRADES,
        "isp-blockpage | " + ONE_SEGMENT_HELLO,
        "isp-dns       | " + Browser.UPGRADES,
      })
  void plainHttpShowsTheBlockPage(String network, String flag) {
    Browser.Visit visit = in(network).visit("http://" + NOT_PRELOADED + "/", flag);
    assertEquals("", visit.failure(), visit::toString);
    assertEquals(List.of(), visit.internalRedirects(), visit::toString);
    for (String named : List.of("SIMULATION", "ig-2022-03-11", "case-meta")) {
      assertTrue(visit.page().contains(named), () -> "no " + named + " in " + visit);
    }
  }

  /** Both findings together: upgraded, and passed with a hello that is not read. */
  @Test
  void byDefaultPlainHttpIsUpgradedPastTheBlockPage() {
    Browser.Visit visit = in("isp-blockpage").visit("http://" + NOT_PRELOADED + "/");
    assertLoaded(NOT_PRELOADED, visit);
    assertFalse(visit.hellos().isEmpty(), visit::toString);
  }

  /** curl is shown the page behind the forged answer here; a browser goes to HTTPS, and fails. */
  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,          http,   ERR_TUNNEL_CONNECTION_FAILED",
    "scontent.xx.fbcdn.net,     socks5, ERR_SOCKS_CONNECTION_FAILED",
  })
  void aPreloadedNameNeverShowsTheBlockPage(String host, String scheme, String failure) {
    Browser.Visit visit = new Browser(laboratory, "isp-dns", scheme).visit("http://" + host + "/");
    assertTrue(visit.internalRedirects().contains("HSTS"), visit::toString);
    assertEquals(failure, visit.failure(), visit::toString);
    assertEquals("", visit.page().strip(), visit::toString);
  }
}
