package nadzor.office;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.flow.DomainName;
import nadzor.registry.Entry;
import nadzor.registry.Register;

/**
 * Whatever holds a name in any network is lifted: every decision, those that a network is ahead
 * with too.
 */
public record LiftThis(String name, String why) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    Set<String> decisions = new LinkedHashSet<>();
    Register.at(moment.registry(), moment.now()).entries().stream()
        .filter(
            entry -> entry.resources().stream().anyMatch(r -> r.matcher().toString().equals(name)))
        .forEach(entry -> decisions.add(entry.decisionId()));
    host()
        .ifPresent(
            host ->
                moment
                    .networks()
                    .forEach(
                        plan ->
                            plan.holdings(moment.registry(), moment.now(), host)
                                .forEach(holding -> decisions.add(holding.decision().id()))));
    if (decisions.isEmpty()) {
      throw Refusal.of("/name", "'" + name + "', which no decision holds", "a name that one holds");
    }
    return decisions.stream()
        .flatMap(
            id ->
                new LiftDecision(id, Optional.empty(), why, Optional.empty())
                    .entries(moment).stream())
        .toList();
  }

  private Optional<DomainName> host() {
    try {
      return Optional.of(DomainName.of(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
