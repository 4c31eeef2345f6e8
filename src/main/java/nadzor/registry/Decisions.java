package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decisions by what is asked of them, in the order of the journal; lists cost little, however long
 * they are, as each decision is fetched when it is read. Immutable, thread-safe.
 */
public record Decisions(Registry registry) {
  /** All of them. */
  public Found<Decision> any() {
    return Found.all(all());
  }

  /** Those in that state at that instant; without one, those that were not proposed yet. */
  public Found<Decision> inState(Optional<DecisionState> state, Instant at) {
    return new Found<>(all(), registry.books().spells.inState(registry, at, state));
  }

  /** Those that come into force within, both ends included. */
  public Found<Decision> comingIntoForce(Instant first, Instant last) {
    return new Found<>(all(), registry.books().spells.comingIntoForce(registry, first, last));
  }

  /** Those on the platform. */
  public Found<Decision> on(String platformId) {
    return of(registry.books().decisionsOn.upTo(platformId, registry.limit()));
  }

  /** Those in the case. */
  public Found<Decision> in(String caseId) {
    return of(registry.books().decisionsIn.upTo(caseId, registry.limit()));
  }

  /** Those that the authority takes; in agreement with it does not count. */
  public Found<Decision> by(String authority) {
    return of(registry.books().decisionsBy.upTo(authority, registry.limit()));
  }

  /** Those that cite the law, in the announcement or in the register. */
  public Found<Decision> under(String law) {
    return of(registry.books().decisionsUnder.upTo(law, registry.limit()));
  }

  /**
   * Those that have a text in the id, the case, the authority, a platform's id or a law.
   *
   * @param has whether it is in a text
   */
  public Found<Decision> having(Predicate<String> has) {
    return new Found<>(all(), new DecisionText(registry, has).rows());
  }

  /** The state of one at that instant; empty before its proposal. */
  public Optional<DecisionState> state(Decision decision, Instant at) {
    return registry.lives().spell(decision).stateAt(at);
  }

  private List<Recorded<Decision>> all() {
    return registry.books().decisions.upTo(registry.limit());
  }

  private Found<Decision> of(List<Recorded<Decision>> some) {
    return Found.of(all(), some);
  }
}
