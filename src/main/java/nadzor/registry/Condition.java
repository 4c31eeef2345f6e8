package nadzor.registry;

/** What must hold for a policy rule to fire. Immutable. */
public sealed interface Condition {
  /** Calls the visitor's method for this kind. */
  <T> T accept(Visitor<T> visitor);

  /** At least that many violations are recorded by the rule's subject. */
  record Violations(int atLeast) implements Condition {
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

  /** The decision of that id is in force. */
  record InForce(String decisionId) implements Condition {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.inForce(this);
    }
  }

  /** One method for each kind of condition. */
  interface Visitor<T> {
    /** At least that many violations. */
    T violations(Violations condition);

    /** A demand is ignored. */
    T demandIgnored(DemandIgnored condition);

    /** A decision is in force. */
    T inForce(InForce condition);
  }
}
