package nadzor.registry;

/** Who runs platforms. Immutable. */
public record Operator(String id, String name) {
  /** Refuses an empty id or name. */
  public Operator {
    Require.filled("operator " + id, "id", id);
    Require.filled("operator " + id, "name", name);
  }
}
