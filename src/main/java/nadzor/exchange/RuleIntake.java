package nadzor.exchange;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;

/**
 * Makes rules of the items of lists, and tells what of an item no rule can hold: an action that the
 * list prescribes ({@link Loss#ACTION}: networks answer as their profiles say), the asking client
 * or the name server ({@link Loss#RPZ_TRIGGERS}). An exception becomes a rule that excepts. All
 * losses are counted, the first of each act or loss is handed on. Not thread-safe.
 */
public final class RuleIntake implements Receiver {
  private static final Set<Act> HELD =
      EnumSet.of(Act.LISTED, Act.THROTTLE, Act.PASS, Act.BESIDE, Act.MEASURE);

  private final Measure measure;
  private final Consumer<Rule> rules;
  private final RemarkListener listener;
  private final Tally tally = new Tally();
  private final Set<Act> reduced = EnumSet.noneOf(Act.class);
  private boolean dropped;
  private long unordered;
  private long exceptions;

  /**
   * For lists that mean this measure where they say nothing else.
   *
   * @param rules takes the rules in the order of the list
   * @param listener is told all remarks of the reader, and what no rule can hold
   */
  public RuleIntake(Measure measure, Consumer<Rule> rules, RemarkListener listener) {
    this.measure = measure;
    this.rules = rules;
    this.listener = listener;
  }

  @Override
  public void item(ListItem item) throws IOException {
    Act act = item.prescription().act();
    Optional<Rule> rule = item.rule(measure);
    rule.ifPresent(rules);
    exceptions += rule.filter(Rule::isException).isPresent() ? 1 : 0;
    unordered += rule.isEmpty() ? 1 : 0;
    if (item.matcher().isEmpty()) {
      String why = "a rule holds no client and no name server";
      tell(item, Remark.Kind.DROPPED, Loss.RPZ_TRIGGERS, why, !dropped);
      dropped = true;
    } else if (!HELD.contains(act)) {
      String why = "restricted as each network's profile says";
      tell(item, Remark.Kind.REDUCED, Loss.ACTION, why, reduced.add(act));
    }
  }

  private void tell(ListItem item, Remark.Kind kind, Loss loss, String why, boolean first)
      throws IOException {
    String shown = item.prescription().act().word() + " " + item.target();
    Remark remark = Remark.lost(kind, loss, item.at(), shown, why);
    tally.remark(remark);
    if (first) {
      listener.remark(remark);
    }
  }

  @Override
  public void remark(Remark remark) throws IOException {
    listener.remark(remark);
  }

  /** How many items restrict nothing and except nothing, or cannot be matched. */
  public long unordered() {
    return unordered;
  }

  /** How many items became exceptions. */
  public long exceptions() {
    return exceptions;
  }

  /** What no rule could hold, counted; to be added to what the reader counted. */
  public Conversion losses() {
    return tally.conversion();
  }
}
