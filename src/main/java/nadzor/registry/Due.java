package nadzor.registry;

import java.time.Instant;

/**
 * What a policy rule proposes or decides. Immutable.
 *
 * @param rule the rule
 * @param subject on whom it fires
 * @param at the exact instant at which its conditions held
 * @param because the records that it rests on
 * @param proposal the decision, its id and case filled in
 * @param entry what is to be recorded: a {@link Proposed}, or a {@link Decision}
 */
public record Due(
    PolicyRule rule,
    Subject subject,
    Instant at,
    Because because,
    Proposal proposal,
    Entry entry) {}
