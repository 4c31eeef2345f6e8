package nadzor.blocklist.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;

/** Shows every resource of a list once to every check. Used once, by one thread. */
public final class Lint {
  private final Blocklist list;
  private final List<Kept> checks;

  private Lint(Blocklist list, LintSettings settings) {
    this.list = list;
    checks = checks(list, settings).stream().map(c -> new Kept(c, settings.most())).toList();
  }

  private static List<Check> checks(Blocklist list, LintSettings settings) {
    return List.of(
        new RegistryCheck(settings.popular()),
        new MaskCheck(list, settings.popular()),
        new SharedAddressCheck(list, settings.resolutions(), settings.shared()),
        new SpecialRangeCheck(),
        new WideRangeCheck(list, settings.networks()),
        new CoveredCheck(list),
        new ValidityCheck(settings.validity(), settings.at()),
        new EnforceableCheck(settings.enforceable()),
        new SeveralReasonsCheck(),
        new LookAlikeCheck(settings.popular()));
  }

  /** Looks at a whole list; the time it takes grows with the list alone. */
  public static LintReport report(Blocklist list, LintSettings settings) {
    return new Lint(list, settings).run();
  }

  /** An exception restricts nothing that a person could regret. */
  private void look(List<Rule> rules) {
    boolean excepts = rules.stream().anyMatch(Rule::isException);
    List<Rule> orders =
        excepts ? rules.stream().filter(rule -> !rule.isException()).toList() : rules;
    if (!orders.isEmpty()) {
      checks.forEach(kept -> kept.check.look(orders, kept));
    }
  }

  private LintReport run() {
    list.forEachEntry(this::look);
    List<Finding> all = new ArrayList<>();
    Map<Severity, Long> counts = new TreeMap<>();
    Map<String, Long> byCheck = new TreeMap<>();
    for (Kept kept : checks) {
      all.addAll(kept.findings);
      kept.counts.forEach((severity, count) -> counts.merge(severity, count, Long::sum));
      byCheck.put(kept.check.name(), kept.counts.values().stream().mapToLong(n -> n).sum());
    }
    Collections.sort(all);
    return new LintReport(all, counts, byCheck);
  }

  /** Keeps the first findings of a check, and counts all. */
  private static final class Kept implements Consumer<Finding> {
    private final Check check;
    private final int most;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Severity, Long> counts = new TreeMap<>();

    Kept(Check check, int most) {
      this.check = check;
      this.most = most;
    }

    @Override
    public void accept(Finding finding) {
      counts.merge(finding.severity(), 1L, Long::sum);
      if (findings.size() < most) {
        findings.add(finding);
      }
    }
  }
}
