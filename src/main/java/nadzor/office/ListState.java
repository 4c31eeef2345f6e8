package nadzor.office;

import java.util.Optional;

/**
 * What the networks apply of the list. Immutable.
 *
 * @param inForce the number of the version in force for those on whom none is tried
 * @param trial what is tried beside it
 * @param newlyRestricted how many requests the trial newly restricts so far
 * @param ended how the last trial ended
 */
public record ListState(
    Optional<Long> inForce,
    Optional<ListTrial> trial,
    long newlyRestricted,
    Optional<ListTrial.Ended> ended) {}
