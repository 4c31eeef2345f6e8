package nadzor.blocklist.lint;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nadzor.blocklist.Rule;

/** Rules that stand in the list and nowhere else: no profile in use can carry them out. */
final class EnforceableCheck implements Check {
  private final Predicate<Rule> enforceable;

  EnforceableCheck(Predicate<Rule> enforceable) {
    this.enforceable = enforceable;
  }

  @Override
  public String name() {
    return "not-enforceable";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    for (Rule rule : rules) {
      if (!enforceable.test(rule)) {
        to.accept(
            new Finding(
                name(),
                Severity.WARNING,
                rule,
                "no enforcement profile in use can carry it out",
                0,
                "order it in a form that is enforced: a name, or an address"));
      }
    }
  }
}
