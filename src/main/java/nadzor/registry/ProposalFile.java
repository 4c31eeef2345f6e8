package nadzor.registry;

import java.util.Optional;

/**
 * A proposal with what became of it. Immutable.
 *
 * @param proposed the record
 * @param state at the instant that was asked for
 * @param decision the record that took it
 * @param dismissal the record that dismissed it
 */
public record ProposalFile(
    Recorded<Proposed> proposed,
    ProposalState state,
    Optional<Recorded<Decision>> decision,
    Optional<Recorded<Dismissal>> dismissal) {}
