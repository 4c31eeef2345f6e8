package nadzor.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Measure;

/** What must hold for a policy rule to fire. Immutable. */
public sealed interface Condition {
  /** Calls the visitor's method for this kind. */
  <T> T accept(Visitor<T> visitor);

  /** How many grounds it takes. */
  default int atLeast() {
    return 1;
  }

  /**
   * Violations by the rule's subject are recorded.
   *
   * @param atLeast how many
   * @param kinds of which kinds; none for all
   * @param within that happened in this time before; empty for ever
   */
  record Violations(int atLeast, Set<String> kinds, Optional<Duration> within)
      implements Condition {
    /** Copies the kinds. */
    public Violations {
      kinds = Set.copyOf(kinds);
    }

    /** Of all kinds, whenever they happened. */
    public Violations(int atLeast) {
      this(atLeast, Set.of(), Optional.empty());
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.violations(this);
    }
  }

  /** The demand of that id is ignored. */
  record DemandIgnored(String demandId) implements Condition {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.demandIgnored(this);
    }
  }

  /**
   * Demands in cases that reach the rule's subject are ignored.
   *
   * @param atLeast how many
   * @param by made by whom; none for anybody
   * @param within ignored since this time at most; empty for ever
   */
  record DemandsIgnored(int atLeast, Set<String> by, Optional<Duration> within)
      implements Condition {
    /** Copies the authors. */
    public DemandsIgnored {
      by = Set.copyOf(by);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.demandsIgnored(this);
    }
  }

  /** The decision of that id is in force. */
  record InForce(String decisionId) implements Condition {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.inForce(this);
    }
  }

  /**
   * Decisions on the rule's subject are in force.
   *
   * @param atLeast how many
   * @param by of which authorities; none for all
   * @param measure that order it; empty for any
   */
  record DecisionsInForce(int atLeast, Set<String> by, Optional<Measure> measure)
      implements Condition {
    /** Copies the authorities. */
    public DecisionsInForce {
      by = Set.copyOf(by);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.decisionsInForce(this);
    }
  }

  /** One method for each kind of condition. */
  interface Visitor<T> {
    /** Violations are recorded. */
    T violations(Violations condition);

    /** A demand is ignored. */
    T demandIgnored(DemandIgnored condition);

    /** Several demands are ignored. */
    T demandsIgnored(DemandsIgnored condition);

    /** A decision is in force. */
    T inForce(InForce condition);

    /** Several decisions are in force. */
    T decisionsInForce(DecisionsInForce condition);
  }
}
