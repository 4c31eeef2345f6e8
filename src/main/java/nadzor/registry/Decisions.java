package nadzor.registry;

import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decisions by what is asked of them, in the order of the journal; lists cost little, however long
 * they are, as each decision is fetched when it is read. Immutable, thread-safe.
 */
public record Decisions(Registry registry) {
  /** Those in that state at that instant; without one, those that were not proposed yet. */
  public List<Decision> inState(Optional<DecisionState> state, Instant at) {
    return of(registry.books().spells.inState(registry, at, state));
  }

  /** Those that come into force within, both ends included. */
  public List<Decision> comingIntoForce(Instant first, Instant last) {
    return of(registry.books().spells.comingIntoForce(registry, first, last));
  }

  /** Those that the authority takes; in agreement with it does not count. */
  public List<Decision> by(String authority) {
    return entries(registry.books().decisionsBy.upTo(authority, registry.limit()));
  }

  /** Those that cite the law, in the announcement or in the register. */
  public List<Decision> under(String law) {
    return entries(registry.books().decisionsUnder.upTo(law, registry.limit()));
  }

  /** The state of one at that instant; empty before its proposal. */
  public Optional<DecisionState> state(Decision decision, Instant at) {
    return registry.lives().spell(decision).stateAt(at);
  }

  private List<Decision> of(int[] rows) {
    List<Recorded<Decision>> all = registry.books().decisions.upTo(registry.limit());
    return Lists.transform(Ints.asList(rows), row -> all.get(row).entry());
  }

  private static List<Decision> entries(List<Recorded<Decision>> records) {
    return Lists.transform(records, Recorded::entry);
  }
}
