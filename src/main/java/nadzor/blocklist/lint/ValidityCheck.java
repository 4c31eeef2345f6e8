package nadzor.blocklist.lint;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/** Rules whose decision has ended, or does not hold yet. */
final class ValidityCheck implements Check {
  private final Function<Reason, Validity> validity;
  private final Instant at;

  ValidityCheck(Function<Reason, Validity> validity, Instant at) {
    this.validity = validity;
    this.at = at;
  }

  @Override
  public String name() {
    return "validity";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    for (Rule rule : rules) {
      Validity known = validity.apply(rule.reason());
      known
          .until()
          .filter(until -> !at.isBefore(until))
          .ifPresent(until -> to.accept(ended(rule, until)));
      known.from().filter(at::isBefore).ifPresent(from -> to.accept(early(rule, from)));
    }
  }

  private Finding ended(Rule rule, Instant until) {
    String why = rule.reason().label() + " ended at " + until;
    return new Finding(name(), Severity.ERROR, rule, why, 0, "take it out");
  }

  private Finding early(Rule rule, Instant from) {
    String why = rule.reason().label() + " holds from " + from + " only";
    return new Finding(name(), Severity.WARNING, rule, why, 0, "put it in when it holds");
  }
}
