package nadzor.blocklist.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;

/** Resources that several decisions or lines hold, or for which two measures are ordered. */
final class SeveralReasonsCheck implements Check {
  @Override
  public String name() {
    return "several-reasons";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    if (rules.size() < 2) {
      return;
    }
    Set<String> reasons = new LinkedHashSet<>();
    Set<Measure> measures = new LinkedHashSet<>();
    for (Rule rule : rules) {
      reasons.add(rule.reason().label());
      measures.add(rule.measure());
    }
    Rule first = rules.get(0);
    if (measures.size() > 1) {
      String why = "both blocked and throttled, by " + Names.some(List.copyOf(reasons));
      to.accept(finding(Severity.WARNING, first, why, reasons.size(), "order one measure"));
    } else if (reasons.size() > 1) {
      String why = "held by " + Names.some(List.copyOf(reasons));
      String fix = "know that lifting one leaves it restricted";
      to.accept(finding(Severity.NOTE, first, why, reasons.size(), fix));
    }
  }

  private Finding finding(Severity severity, Rule rule, String why, int hits, String fix) {
    return new Finding(name(), severity, rule, why, hits, fix);
  }
}
