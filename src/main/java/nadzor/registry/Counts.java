package nadzor.registry;

/** How much a registry holds; retracted violations and closed cases included. Immutable. */
public record Counts(int cases, int violations, int demands, int decisions, int liftings) {}
