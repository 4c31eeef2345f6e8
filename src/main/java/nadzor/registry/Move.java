package nadzor.registry;

import java.time.Instant;

/** A decision reaches a state. Immutable. */
public record Move(DecisionState to, Instant at) {}
