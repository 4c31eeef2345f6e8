package nadzor.blocklist.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;

/** Addresses at which names live that nobody listed. Every resolution is asked once. */
final class SharedAddressCheck implements Check {
  private static final int[] WEB = {443, 80};

  private final int shared;
  private final Map<Rule, Set<DomainName>> names = new HashMap<>();
  private final Map<Rule, Set<DomainName>> unlisted = new HashMap<>();

  SharedAddressCheck(Blocklist list, List<Resolution> resolutions, int shared) {
    this.shared = shared;
    for (Resolution seen : resolutions) {
      boolean listed = list.orders(NameView.of(seen.name())) != 0;
      for (int port : WEB) {
        for (Rule rule : list.find(seen.address(), port).rules()) {
          add(names, rule, seen.name());
          if (!listed) {
            add(unlisted, rule, seen.name());
          }
        }
      }
    }
  }

  private static void add(Map<Rule, Set<DomainName>> to, Rule rule, DomainName name) {
    to.computeIfAbsent(rule, r -> new TreeSet<>()).add(name);
  }

  @Override
  public String name() {
    return "shared-address";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    for (Rule rule : rules) {
      if (rule.matcher() instanceof AddressMatcher) {
        Set<DomainName> here = names.getOrDefault(rule, Set.of());
        Set<DomainName> beside = unlisted.getOrDefault(rule, Set.of());
        if (here.size() >= shared && !beside.isEmpty()) {
          to.accept(finding(rule, here.size(), List.copyOf(beside)));
        }
      }
    }
  }

  private Finding finding(Rule rule, int here, List<DomainName> beside) {
    return new Finding(
        name(),
        Severity.ERROR,
        rule,
        here + " names live there, not listed of them: " + Names.some(beside),
        beside.size(),
        "list the name instead of the address");
  }
}
