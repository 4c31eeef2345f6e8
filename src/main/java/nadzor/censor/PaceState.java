package nadzor.censor;

import java.time.Duration;
import java.util.Optional;

/**
 * One direction of a slowed flow at one moment. Immutable.
 *
 * @param rate octets in a second, size of the bucket, policing or shaping; empty for a delay alone
 * @param share whose bucket it is
 * @param delay how much later each octet leaves than it came
 * @param tokens how many octets the bucket holds now
 * @param held octets that wait
 * @param dropped octets of datagrams that were lost by chance, or found the bucket, or the room to
 *     wait, too small; a stream loses none
 */
public record PaceState(
    Optional<Rate> rate,
    Pacing.Share share,
    Duration delay,
    long tokens,
    long held,
    long dropped) {}
