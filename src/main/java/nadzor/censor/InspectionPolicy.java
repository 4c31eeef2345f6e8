package nadzor.censor;

import java.time.Duration;
import java.util.Optional;

/**
 * How a network looks at the segments of a stream. Immutable.
 *
 * @param reassembly what is put together before it is read
 * @param limitOctets how much is put together; a longer message is not read, and counts as opaque
 * @param more how many further segments are looked at after a first one that is a TLS record but no
 *     ClientHello, an HTTP request or a SOCKS greeting
 * @param giveUpOctets an unreadable segment of at least so many octets ends the inspection for
 *     good; shorter ones are passed over
 * @param bothDirections whether what the server sends is looked at too
 * @param everyRequest whether every request of an HTTP stream is read, or the first alone
 * @param toleratesRecords whether, where records are put together, others may stand before the
 *     handshake
 * @param idle after so long without a segment the flow is forgotten, and so is what was done to it
 */
public record InspectionPolicy(
    Reassembly reassembly,
    int limitOctets,
    int more,
    int giveUpOctets,
    boolean bothDirections,
    boolean everyRequest,
    boolean toleratesRecords,
    Optional<Duration> idle) {
  /** What is put together before it is read. */
  public enum Reassembly {
    /** Each segment is read by itself. */
    NONE,
    /** Segments are put together. */
    SEGMENTS,
    /**
     * Segments are put together, and so are the TLS records of one segment, but not a message that
     * is cut both ways.
     */
    SEGMENTS_OR_RECORDS,
    /** Segments are put together, and TLS records too. */
    SEGMENTS_AND_RECORDS;

    /** The word in profile files, as {@code segments+records}. */
    public String word() {
      return switch (this) {
        case NONE -> "none";
        case SEGMENTS -> "segments";
        case SEGMENTS_OR_RECORDS -> "segments|records";
        case SEGMENTS_AND_RECORDS -> "segments+records";
      };
    }
  }

  /** How much is put together where a profile does not say. */
  public static final int DEFAULT_LIMIT = 16_384;

  /** Each segment by itself, no second look, the client's side only, every HTTP request. */
  public static final InspectionPolicy PLAIN = of(Reassembly.NONE);

  /** Checks the counts. */
  public InspectionPolicy {
    if (limitOctets < 1 || more < 0 || giveUpOctets < 1) {
      throw new IllegalArgumentException("a count below its least value");
    }
  }

  /** {@link #PLAIN} with this reassembly. */
  public static InspectionPolicy of(Reassembly reassembly) {
    return new InspectionPolicy(
        reassembly, DEFAULT_LIMIT, 0, 1, false, true, false, Optional.empty());
  }
}
