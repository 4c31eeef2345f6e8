package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nadzor.blocklist.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPlanTest {
  private final Scenario scenario =
      new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));

  private NetworkPlan plan(String name) {
    return scenario.networks().stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> decisions(String network, String at) {
    Instant instant = OffsetDateTime.parse(at).toInstant();
    return plan(network).rulesAt(scenario.journal().at(instant), instant).stream()
        .map(Rule::reason)
        .map(reason -> reason.label())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "tspu-2022,2022-02-25T18:59:00+03:00,''",
    "tspu-2022,2022-02-25T19:00:00+03:00,fb-2022-02-25",
    "isp-dns,2022-02-25T19:29:00+03:00,''",
    "isp-dns,2022-02-25T19:30:00+03:00,fb-2022-02-25",
    "tspu-2022,2022-03-04T18:00:00+03:00,fb-2022-03-04",
    "isp-blockpage,2022-03-04T18:00:00+03:00,fb-2022-02-25",
    "isp-blockpage,2022-03-04T19:30:00+03:00,fb-2022-03-04",
    "tspu-2022,2022-03-13T19:43:00+03:00,fb-2022-03-04",
    "tspu-2022,2022-03-13T19:44:00+03:00,fb-2022-03-04 ig-2022-03-11",
    "isp-dns,2022-03-13T22:00:00+03:00,fb-2022-03-04",
    "isp-dns,2022-03-14T00:30:00+03:00,fb-2022-03-04 ig-2022-03-11"
  })
  void eachNetworkFollowsTheRegisterAtItsOwnPace(String network, String at, String expected) {
    assertEquals(expected, String.join(" ", decisions(network, at)));
  }

  @Test
  void whatCannotBeCarriedOutIsTold() {
    Instant evening = Instant.parse("2022-02-25T20:00:00Z");
    var registry = scenario.journal().at(evening);
    assertEquals(0, plan("tspu-2022").unenforceable(registry, evening).size());
    assertEquals(1, plan("isp-dns").unenforceable(registry, evening).size());
    assertEquals(0, plan("control").unenforceable(registry, evening).size());
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.instagram.com/,2022-03-13T22:00:00+03:00,true,false",
    "https://www.instagram.com/,2022-03-14T12:00:00+03:00,true,true",
    "https://scontent.xx.fbcdn.net/x,2022-02-25T22:00:00+03:00,true,false",
    "https://www.facebook.com/,2022-02-25T22:00:00+03:00,false,false",
    "http://www.facebook.com/,2022-03-04T22:00:00+03:00,false,true",
    "example.org,2022-03-14T12:00:00+03:00,false,false"
  })
  void verdictsAreThoseOfTheJudge(String url, String at, boolean tspu, boolean isp) {
    Instant instant = OffsetDateTime.parse(at).toInstant();
    Verdicts verdicts =
        Verdicts.of(scenario, url, instant, List.of(plan("tspu-2022"), plan("isp-blockpage")));
    assertEquals(tspu, verdicts.verdicts().get(0).isRestricted());
    assertEquals(isp, verdicts.verdicts().get(1).isRestricted());
  }

  @Test
  void aVerdictNamesDecisionCaseAndViolations() {
    String text =
        Verdicts.of(
                scenario,
                "https://www.facebook.com/",
                Instant.parse("2022-03-05T00:00:00Z"),
                List.of(plan("tspu-2022")))
            .text();
    for (String part :
        List.of(
            "client-hello  reset",
            "decision fb-2022-03-04: block",
            "announced: 272-FZ art. 3.3; in the register: 149-FZ art. 15.3",
            "case          case-facebook",
            "violations    26",
            "[reconstructed]")) {
      assertEquals(true, text.contains(part), part + " in " + text);
    }
  }
}
