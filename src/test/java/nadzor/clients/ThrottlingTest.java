package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Profile;
import nadzor.story.profile.ProfileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Downloads of the Facebook object on 25 February 2022 through throttles, counted in socket octets
 * behind the proxy: never more than 5 % above the rate, never less than 85 % of it, in windows of
 * ten seconds: a timer that fires late costs a policed flow, whose bucket is full by then, what
 * would have come meanwhile, and 150 ms in every second is more than a loaded machine was seen to
 * be late. The networks are throttled side by side, so all three downloads run at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThrottlingTest {
  private static final String OBJECT = "https://scontent.xx.fbcdn.net/object.png";

  /** The three restricting networks; the first keeps its shipped profile. */
  private static final List<String> NETWORKS = List.of("tspu-2022", "isp-dns", "isp-blockpage");

  private static final int DOWNLOAD_SECONDS = 16;
  private static final double MIN_WINDOW_SECONDS = 10;

  private final LaboratoryFixture laboratory =
      LaboratoryFixture.at(
          LaboratoryFixture.SLOWED,
          Map.of("isp-dns", throttle(true), "isp-blockpage", throttle(false)));
  private final Map<String, CountingForwarder> forwarders = new HashMap<>();
  private final Map<String, Curl.Seen> seen = new HashMap<>();

  private static Profile throttle(boolean policing) {
    String text =
        """
        profile: fast
        about: A throttle to measure in seconds.
        source: [a test]
        reassembly: none
        enforce:
          - {on: client-hello, measure: throttle, action: {throttle: {rate: 64 kB/s, policing: %s}}}
        """
            .formatted(policing);
    return new ProfileReader().parse("fast.yaml", text);
  }

  @BeforeAll
  void download() throws IOException {
    Map<String, Program> programs = new HashMap<>();
    try {
      for (String network : NETWORKS) {
        CountingForwarder forwarder = CountingForwarder.before(laboratory.proxy(network));
        forwarders.put(network, forwarder);
        programs.put(network, start(network, forwarder));
      }
      for (String network : NETWORKS) {
        seen.put(network, Curl.seen(of(programs, network).finish(Curl.DEADLINE)));
      }
    } finally {
      programs.values().forEach(Program::close);
    }
  }

  private static <T> T of(Map<String, T> byNetwork, String network) {
    return Optional.ofNullable(byNetwork.get(network)).orElseThrow();
  }

  private Program start(String network, CountingForwarder forwarder) {
    List<String> words = new ArrayList<>(List.of("--proxy", "http://" + forwarder.address()));
    words.addAll(List.of("--max-time", Integer.toString(DOWNLOAD_SECONDS), OBJECT));
    if (!network.equals(NETWORKS.get(0))) {
      words.addAll(List.of(OBJECT, OBJECT)); // over one connection: each lasts for 6 s only
    }
    return Program.start(new Curl(laboratory, network).command(words));
  }

  @AfterAll
  void stop() throws IOException {
    for (CountingForwarder forwarder : forwarders.values()) {
      forwarder.close();
    }
    laboratory.close();
  }

  /** The bucket of a policed flow holds a second's worth, that of a shaped one a twentieth. */
  @ParameterizedTest
  @CsvSource({
    "tspu-2022,     650,   650,    200",
    "isp-dns,       64000, 64000,  200",
    "isp-blockpage, 64000, 3200,   0",
  })
  void theRateIsKept(String network, double rate, double bucket, long gapMillis) {
    Arrivals arrivals = of(forwarders, network).arrivals();
    Arrivals.Measured measured = arrivals.steady(2.5, gapMillis);
    assertTrue(measured.seconds() >= MIN_WINDOW_SECONDS, () -> "too short: " + measured);
    assertTrue(measured.rate() <= rate * 1.05, () -> "too fast: " + measured);
    assertTrue(measured.rate() >= rate * 0.85, () -> "too slow: " + measured);
    double excess = arrivals.worstExcess(rate * 1.05, MIN_WINDOW_SECONDS);
    assertTrue(excess <= bucket, () -> excess + " octets in some window beyond rate and bucket");
  }

  @Test
  void aThrottledDownloadIsCutByTheClientsPatienceAlone() {
    Curl.Seen slow = of(seen, "tspu-2022");
    assertEquals(Curl.TIMEOUT, slow.exit(), slow::toString);
    assertEquals(200, slow.first().code(), slow::toString);
    long body = slow.first().body();
    long socket = of(forwarders, "tspu-2022").arrivals().total();
    assertTrue(body > 0 && body < socket, body + " octets of body in " + socket);
  }

  /** What is decided is the content servers' name (partial restriction), and only in TLS. */
  @ParameterizedTest
  @CsvSource({
    "tspu-2022, https://www.facebook.com/",
    "tspu-2022, http://scontent.xx.fbcdn.net/object.png",
    "control,   https://scontent.xx.fbcdn.net/object.png",
  })
  void otherDownloadsAreNotSlow(String network, String url) {
    Curl curl = new Curl(laboratory, network);
    Curl.Seen fast = curl.run("--proxy", curl.through(Route.HTTP_BY_NAME), "--max-time", "8", url);
    assertEquals(Curl.OK, fast.exit(), fast::toString);
    assertEquals(200, fast.first().code(), fast::toString);
  }
}
