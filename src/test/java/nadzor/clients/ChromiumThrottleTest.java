package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import nadzor.censor.Profile;
import nadzor.lab.Site;
import nadzor.story.profile.ProfileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How long a browser waits for an image that is slowed down, by the browser's own clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChromiumThrottleTest {
  private static final String CDN = "scontent.xx.fbcdn.net";
  private static final String ONE_SEGMENT_HELLO = "--ssl-version-max=tls1.2";
  private static final double RATE = 64_000;
  private static final Profile SLOW =
      new ProfileReader()
          .parse(
              "slow.yaml",
              """
              profile: slow
              about: Slows down what is to be throttled.
              source: [made for this test]
              enforce:
                - {on: client-hello, measure: throttle, action: {throttle: {rate: 64 kB/s}}}
              """);

  private final LaboratoryFixture laboratory =
      LaboratoryFixture.at("2022-02-25T22:00:00+03:00", Map.of("tspu-2022", SLOW));

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Browser.Visit image(String network, String... flags) {
    Site cdn = laboratory.site(CDN);
    String url = "https://" + CDN + cdn.objects().get(0).path();
    Browser.Visit visit = new Browser(laboratory, network).visit(url, flags);
    assertEquals("", visit.failure(), visit::toString);
    return visit;
  }

  /** 400 kB at 64 kB/s, a bucket of one second free: some five seconds and a half. */
  @Test
  void theImageComesAtTheRate() {
    double seconds = image("tspu-2022", ONE_SEGMENT_HELLO).seconds();
    double least = (400_000 - RATE) / RATE;
    assertTrue(seconds >= 0.95 * least && seconds <= 400_000 / RATE / 0.85 + 1, seconds + " s");
  }

  /** The hello of today has two segments, which the filter does not read whole. */
  @Test
  void theImageComesAtOnceBehindALongHelloAndInTheControl() {
    double slowed = (400_000 - RATE) / RATE;
    assertTrue(image("tspu-2022").seconds() < slowed / 2);
    assertTrue(image("control", ONE_SEGMENT_HELLO).seconds() < slowed / 2);
  }
}
