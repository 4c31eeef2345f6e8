package nadzor.censor;

import java.time.Duration;
import java.util.Optional;

/**
 * How a network looks at UDP datagrams. Immutable.
 *
 * @param decrypt whether Initials are decrypted (their keys are public, RFC 9001 section 5.2), so
 *     that the name can be read; otherwise the version alone
 * @param gather whether CRYPTO frames are put together
 * @param everyDatagram whether every datagram of the client is looked at, or the first of a flow
 *     alone
 * @param idle after so long without a datagram of the client a flow that passed is forgotten, and
 *     its next datagram counts as a first one; empty where a flow is kept for as long as it lives
 */
public record QuicPolicy(
    boolean decrypt, Gather gather, boolean everyDatagram, Optional<Duration> idle) {
  /** What is put together. */
  public enum Gather {
    /** A ClientHello must lie in one CRYPTO frame. */
    NONE("none"),
    /** The frames of one datagram. */
    FRAMES("frames"),
    /** The frames of several datagrams. */
    DATAGRAMS("datagrams");

    private final String word;

    Gather(String word) {
      this.word = word;
    }

    /** The word in profile files. */
    public String word() {
      return word;
    }
  }

  /** With flows that are never forgotten. */
  public QuicPolicy(boolean decrypt, Gather gather, boolean everyDatagram) {
    this(decrypt, gather, everyDatagram, Optional.empty());
  }

  /** The version of every datagram, nothing decrypted. */
  public static final QuicPolicy VERSIONS = new QuicPolicy(false, Gather.NONE, true);
}
