/**
 * Profiles, actions and their effects, pacing and residual memory: decides what happens to a
 * sighting and does nothing itself. Time comes in as nanoseconds of one monotonic clock.
 */
@NullMarked
package nadzor.censor;

import org.jspecify.annotations.NullMarked;
