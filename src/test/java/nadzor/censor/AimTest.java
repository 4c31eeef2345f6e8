package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Refuse;
import nadzor.censor.action.Reset;
import nadzor.censor.condition.Nameless;
import nadzor.flow.Direction;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs, addresses with ports, and hellos without a name. */
class AimTest {
  private static Enforcement network(ProfileRule line, String... matchers) {
    Profile profile = new Profile("p", "", List.of(), InspectionPolicy.PLAIN, List.of(line));
    return Judged.network(
        profile, 1, List.of(matchers).stream().map(Judged::block).toArray(n -> new Rule[n]));
  }

  @ParameterizedTest
  @CsvSource({
    "/page?id=7, 80, answer",
    "/page?id=8, 80, pass",
    "/folder/below, 80, answer",
    "/, 80, pass",
    "http://a.test/page?id=7, 80, answer",
    "/page?id=7, 8080, pass",
  })
  void urlsOfPlainHttp(String target, int port, String expected) {
    ProfileRule page =
        new ProfileRule(
            Sighting.Kind.HTTP_HEAD, Measure.BLOCK, new BlockPage(200, ""), Optional.empty());
    Enforcement network = network(page, "http://a.test/page?id=7", "http://a.test/folder/*");
    byte[] head =
        ("GET " + target + " HTTP/1.1\r\nHost: a.test\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    FlowJudge judge = network.open(Judged.flow(1, 40_000, port));
    StreamRuling ruling = judge.onSegment(Direction.FROM_CLIENT, head, 0, head.length, 0);
    assertEquals(expected, ruling.effect().word());
  }

  @ParameterizedTest
  @CsvSource({"443, refuse", "853, pass"})
  void addressesWithPorts(int port, String expected) {
    ProfileRule refuse =
        new ProfileRule(
            Sighting.Kind.CONNECTION,
            new Aim.Listed(Measure.BLOCK, Aim.By.ADDRESS),
            List.of(),
            1,
            new Refuse(),
            Optional.empty());
    Enforcement network = network(refuse, "127.10.0.0/24:443");
    FlowJudge judge = network.open(Judged.flow(1, 40_000, port));
    assertEquals(expected, judge.onOpen(0).effect().word());
  }

  @Test
  void aHelloWithoutNameFallsBackToTheAddress() {
    ProfileRule line =
        new ProfileRule(
            Sighting.Kind.CLIENT_HELLO,
            new Aim.Listed(Measure.BLOCK, Aim.By.ADDRESS),
            List.of(new Nameless(true)),
            1,
            new Reset(Reset.Towards.CLIENT),
            Optional.empty());
    Enforcement network = network(line, "127.10.0.1");
    for (String name : new String[] {"", "neutral.test"}) {
      byte[] hello = Hellos.of(name);
      FlowJudge judge = network.open(Judged.flow(1, 40_000, 443));
      StreamRuling ruling = judge.onSegment(Direction.FROM_CLIENT, hello, 0, hello.length, 0);
      assertEquals(name.isEmpty() ? "reset" : "pass", ruling.effect().word());
    }
  }
}
