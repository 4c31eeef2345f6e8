package nadzor.office;

import java.time.Instant;
import nadzor.registry.Registry;

/**
 * What a question is answered from. Immutable.
 *
 * @param registry everything that was known at {@code known}
 * @param at what was in force then
 * @param known as known then
 */
public record View(Registry registry, Instant at, Instant known) {}
