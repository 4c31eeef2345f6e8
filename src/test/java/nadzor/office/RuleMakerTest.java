package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.Rule;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Register;
import nadzor.registry.RegisterRules;
import nadzor.registry.Registry;
import nadzor.registry.RuleMaker;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.Test;

/** Orders one after another have the rules that each would have alone. */
class RuleMakerTest {
  private static final List<String> INSTANTS =
      List.of(
          "2022-02-20T00:00:00Z",
          "2022-02-26T00:00:00Z",
          "2022-03-05T00:00:00Z",
          "2022-03-20T00:00:00Z",
          "2022-03-05T00:00:00Z");

  private final Registry registry =
      new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml")).journal().latest();

  private List<Rule> alone(Instant at) {
    return RegisterRules.rules(Register.at(registry, at));
  }

  @Test
  void eachOrderHasItsOwnRules() {
    RuleMaker maker = new RuleMaker(registry);
    for (String at : INSTANTS) {
      List<Rule> rules = new ArrayList<>();
      maker.forEach(EntryNumbers.at(registry, Instant.parse(at)), rules::add);
      assertEquals(alone(Instant.parse(at)), rules, at);
    }
  }

  @Test
  void whatTwoShareIsMadeOnce() {
    RuleMaker maker = new RuleMaker(registry);
    EntryNumbers numbers = EntryNumbers.at(registry, Instant.parse("2022-03-20T00:00:00Z"));
    List<Rule> first = new ArrayList<>();
    List<Rule> second = new ArrayList<>();
    maker.forEach(numbers, first::add);
    maker.forEach(numbers, second::add);
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i), second.get(i));
    }
    assertEquals(first.size(), second.size());
  }
}
