package nadzor.blocklist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Compares the rules of one kind in two versions, key by key, as octets; rules are made only where
 * these differ. Used once.
 */
final class DiffWalk {
  private final Shelf<? extends EntryIndex> from;
  private final Shelf<? extends EntryIndex> to;
  private final boolean lines;
  private final UnaryOperator<Reason> called;
  private final Consumer<RuleChange> changes;
  private final SourceEquality sources;

  /**
   * @param lines whether the line of a reason counts
   * @param called what a reason of the former version is in the later one
   */
  DiffWalk(
      Shelf<? extends EntryIndex> from,
      Shelf<? extends EntryIndex> to,
      boolean lines,
      UnaryOperator<Reason> called,
      Consumer<RuleChange> changes) {
    this.from = from;
    this.to = to;
    this.lines = lines;
    this.called = called;
    this.changes = changes;
    sources = new SourceEquality(called);
  }

  void run() {
    Entries fromBase = from.base().entries();
    Entries toBase = to.base().entries();
    Entries fromOver = from.overlay().entries();
    Entries toOver = to.overlay().entries();
    fromOver.forEach(offset -> compare(fromOver, offset));
    toOver.forEach(
        offset -> {
          if (fromOver.locate(toOver, offset) == Entries.ABSENT) {
            compare(toOver, offset);
          }
        });
    if (fromBase != toBase) {
      base(fromBase, List.of(fromOver, toOver));
      base(toBase, List.of(fromOver, toOver, fromBase));
    }
  }

  /** Compares the keys of a base that were not compared before. */
  private void base(Entries base, List<Entries> before) {
    base.forEach(
        offset -> {
          if (before.stream().allMatch(e -> e.locate(base, offset) == Entries.ABSENT)) {
            compare(base, offset);
          }
        });
  }

  private void compare(Entries keyed, int key) {
    Entries was = holding(from, keyed, key);
    Entries is = holding(to, keyed, key);
    int wasAt = was.locate(keyed, key);
    int isAt = is.locate(keyed, key);
    if (wasAt == Entries.ABSENT || isAt == Entries.ABSENT || !same(was, wasAt, is, isAt)) {
      tell(
          wasAt == Entries.ABSENT ? List.of() : was.rules(wasAt),
          isAt == Entries.ABSENT ? List.of() : is.rules(isAt));
    }
  }

  /** Where a version has the key, if at all. */
  private static Entries holding(Shelf<? extends EntryIndex> in, Entries keyed, int key) {
    Entries overlay = in.overlay().entries();
    return overlay.locate(keyed, key) == Entries.ABSENT ? in.base().entries() : overlay;
  }

  private boolean same(Entries was, int wasAt, Entries is, int isAt) {
    if (was == is && wasAt == isAt) {
      return true;
    }
    int count = Entry.count(was.pool(), wasAt);
    if (count != Entry.count(is.pool(), isAt)) {
      return false;
    }
    int a = Entry.rules(was.pool(), wasAt);
    int b = Entry.rules(is.pool(), isAt);
    for (int i = 0; i < count; i++) {
      if (!same(was, RuleCode.read(was.pool(), a), is, RuleCode.read(is.pool(), b))) {
        return false;
      }
      a = RuleCode.after(was.pool(), a);
      b = RuleCode.after(is.pool(), b);
    }
    return true;
  }

  private boolean same(Entries was, RuleCode a, Entries is, RuleCode b) {
    return a.bits() == b.bits()
        && a.ports() == b.ports()
        && (!lines || a.line() == b.line())
        && sources.same(was, a.source(), is, b.source());
  }

  private void tell(List<Rule> before, List<Rule> after) {
    Map<Rule, List<Reason>> was = byOrder(before);
    Map<Rule, List<Reason>> is = byOrder(after);
    Set<Rule> all = new LinkedHashSet<>(was.keySet());
    all.addAll(is.keySet());
    for (Rule rule : all) {
      List<Reason> former = was.getOrDefault(rule, List.of());
      List<Reason> later = is.getOrDefault(rule, List.of());
      if (!told(former, called).equals(told(later, UnaryOperator.identity()))) {
        changes.accept(
            new RuleChange(what(former, later), rule.matcher(), rule.measure(), former, later));
      }
    }
  }

  private static RuleChange.What what(List<Reason> former, List<Reason> later) {
    return former.isEmpty()
        ? RuleChange.What.ADDED
        : later.isEmpty() ? RuleChange.What.REMOVED : RuleChange.What.REASONS;
  }

  /** Reasons by matcher and measure; these are kept as a rule without a reason of its own. */
  private static Map<Rule, List<Reason>> byOrder(List<Rule> rules) {
    Map<Rule, List<Reason>> all = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Rule order = new Rule(rule.matcher(), rule.measure(), none(rule));
      all.computeIfAbsent(order, o -> new ArrayList<>(1)).add(rule.reason());
    }
    return all;
  }

  /** What stands for any reason: an exception is another rule than what it stands beside. */
  private static Reason none(Rule rule) {
    return rule.isException() ? new Reason.OfException("", 0) : new Reason.OfList("", 0);
  }

  private Set<Reason> told(List<Reason> reasons, UnaryOperator<Reason> as) {
    Set<Reason> told = new HashSet<>();
    reasons.forEach(reason -> told.add(as.apply(lines ? reason : withoutLine(reason))));
    return told;
  }

  /** The same wherever in its list it stands. */
  static Reason withoutLine(Reason reason) {
    if (reason instanceof Reason.OfException exception) {
      return new Reason.OfException(exception.file(), 0);
    }
    return reason instanceof Reason.OfList list
        ? new Reason.OfList(list.file(), 0)
        : reason instanceof Reason.OfProfile p ? new Reason.OfProfile(p.profile(), 0) : reason;
  }
}
