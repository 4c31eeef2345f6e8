package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nadzor.lab.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl gets where nothing is restricted: every site, by every way into the proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CurlControlTest {
  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.ALL_BLOCKED);
  private final Curl curl = new Curl(laboratory, "control");

  @AfterAll
  void stop() {
    laboratory.close();
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void everySiteLoadsOverHttps(Route route) {
    for (Site site : laboratory.sites()) {
      Curl.Seen seen = curl.https(route, site.host().text());
      assertEquals(Curl.OK, seen.exit(), seen::toString);
      assertEquals(200, seen.first().code(), seen::toString);
      assertTrue(seen.text().contains("<h1>" + site.host() + "</h1>"), seen::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void plainHttpLoads(Route route) {
    Curl.Seen seen = curl.http(route, "www.facebook.com");
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertTrue(seen.text().contains("<h1>www.facebook.com</h1>"), seen::toString);
  }

  @Test
  void aStrangersCertificateIsRefused() {
    Curl.Seen seen =
        curl.https(Route.HTTP_BY_NAME, "vk.com", "--cacert", "/etc/ssl/certs/ca-certificates.crt");
    assertEquals(60, seen.exit(), () -> "the laboratory's CA must not be trusted: " + seen);
  }

  @Test
  void oneTlsConnectionServesManyRequests() {
    String object = "https://scontent.xx.fbcdn.net/object.png";
    Curl.Seen seen = curl.run("--proxy", curl.through(Route.HTTP_BY_NAME), object, object, object);
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertEquals(
        List.of(
            new Curl.Transfer(200, 200, 1, 400_000),
            new Curl.Transfer(200, 0, 0, 400_000),
            new Curl.Transfer(200, 0, 0, 400_000)),
        seen.transfers());
  }

  @Test
  void oneCommandMayAskForManySitesInAbsoluteForm() {
    Curl.Seen seen =
        curl.run(
            "--proxy",
            curl.through(Route.HTTP_BY_NAME),
            "http://vk.com/",
            "http://vk.com/none",
            "http://wikipedia.org/",
            "http://scontent.cdninstagram.com/object.png");
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertEquals(List.of(200, 404, 200, 200), codes(seen));
    assertEquals(100_000, seen.transfers().get(3).body());
  }

  /** The origins only let themselves be read; what matters is that the body gets through. */
  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aBodyIsTakenAndTheConnectionGoesOn(String scheme) {
    String url = scheme + "://vk.com/";
    String through = curl.through(Route.HTTP_BY_NAME);
    List<String> get = List.of("--proxy", through, url);
    List<String> post =
        List.of("--proxy", through, "--data-binary", "@" + LaboratoryFixture.SCENARIO, url);
    Curl.Seen seen = curl.runAll(get, post, get);
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertEquals(List.of(200, 405, 200), codes(seen));
    List<Integer> connections = seen.transfers().stream().map(Curl.Transfer::connections).toList();
    assertEquals(scheme.equals("https") ? List.of(1, 0, 0) : List.of(1, 1, 1), connections);
  }

  private static List<Integer> codes(Curl.Seen seen) {
    return seen.transfers().stream().map(Curl.Transfer::code).toList();
  }

  @Test
  void headHasNoBody() {
    for (String scheme : List.of("http", "https")) {
      Curl.Seen seen =
          curl.run("--proxy", curl.through(Route.HTTP_BY_NAME), "--head", scheme + "://vk.com/");
      assertEquals(Curl.OK, seen.exit(), seen::toString);
      assertEquals(200, seen.first().code());
      assertEquals(0, seen.first().body());
      assertTrue(seen.text().contains("content-length: 400"), seen::toString);
    }
  }
}
