package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import nadzor.censor.Profile;
import nadzor.story.profile.ProfileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What curl sees of a network that puts itself in the middle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CurlHijackTest {
  private static final String NETWORK = "isp-blockpage";
  private static final String FACEBOOK = "www.facebook.com";

  /** The peer's certificate cannot be authenticated (curl's manual). */
  private static final int UNTRUSTED = 60;

  private static final Profile MITM =
      new ProfileReader().read(Path.of("config/profiles/isp-tls-mitm.yaml"));
  private final LaboratoryFixture laboratory =
      LaboratoryFixture.at(LaboratoryFixture.BLOCKED, Map.of(NETWORK, MITM));
  private final Curl curl = new Curl(laboratory, NETWORK);

  @AfterAll
  void stop() {
    laboratory.close();
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void theCertificateGivesItAway(Route route) {
    Curl.Seen seen = curl.https(route, FACEBOOK);
    assertEquals(UNTRUSTED, seen.exit(), seen::toString);
    assertFalse(seen.text().contains("SIMULATION"), seen::toString);
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void whoGoesOnSeesThePage(Route route) {
    assertBlockPage(curl.https(route, FACEBOOK, "--insecure", "--verbose"));
    assertBlockPage(curl.http(route, FACEBOOK));
  }

  private static void assertBlockPage(Curl.Seen seen) {
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertTrue(seen.text().contains("SIMULATION"), seen::toString);
    assertFalse(seen.text().contains("laboratory origin"), seen::toString);
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void whatIsNotListedLoadsWithItsOwnCertificate(Route route) {
    Curl.Seen seen = curl.https(route, "vk.com");
    assertEquals(Curl.OK, seen.exit(), seen::toString);
    assertTrue(seen.text().contains("<h1>vk.com</h1>"), seen::toString);
  }
}
