package nadzor.office;

import java.time.Instant;
import nadzor.censor.Restriction;

/**
 * A request that a version on trial restricts and the one in force does not. Immutable.
 *
 * @param number from 1, without gaps
 * @param wall real time
 * @param version the number of the list's version
 * @param restriction what it orders
 * @param shadow whether nothing was done
 */
public record ListEventSeen(
    long number, Instant wall, long version, Restriction restriction, boolean shadow) {}
