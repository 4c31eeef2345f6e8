package nadzor.impact;

import java.util.List;

/**
 * What is newly restricted although no rule names it: by a mask, or from above. Immutable.
 *
 * @param all how much
 * @param strangers how much of it belongs to sites that no such rule is about
 * @param top the names that weigh most, strangers first
 */
public record Collateral(Count all, Count strangers, List<HitName> top) {}
