package nadzor.probe;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a step failed, in OONI's words (ooni/spec df-007-errors). Immutable.
 *
 * @param name the failure's name
 * @param detail what else is known, for people; may be empty
 */
public record Failure(Name name, String detail) {
  /** The names of df-007 that this probe can tell apart. */
  public enum Name {
    CONNECTION_REFUSED,
    CONNECTION_RESET,
    DNS_NO_ANSWER,
    DNS_NXDOMAIN_ERROR,
    DNS_REFUSED_ERROR,
    DNS_REPLY_WITH_WRONG_QUERY_ID,
    DNS_SERVER_MISBEHAVING,
    DNS_SERVFAIL_ERROR,
    EOF_ERROR,
    GENERIC_TIMEOUT_ERROR,
    HOST_UNREACHABLE,
    HTTP_REQUEST_FAILED,
    /** The measurement was stopped from outside: says nothing about the network. */
    INTERRUPTED,
    /** The vantage's own proxy cannot be used: says nothing about the site. */
    NETWORK_DOWN,
    NETWORK_UNREACHABLE,
    QUIC_INCOMPATIBLE_VERSION,
    SSL_FAILED_HANDSHAKE,
    SSL_INVALID_CERTIFICATE,
    SSL_INVALID_HOSTNAME,
    SSL_UNKNOWN_AUTHORITY,
    UNKNOWN_FAILURE;

    /** As OONI writes it, such as {@code connection_reset}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Failure of(Name name) {
    return new Failure(name, "");
  }

  /** What an I/O error of the operating system means; never throws. */
  static Failure of(IOException error) {
    String said = Optional.ofNullable(error.getMessage()).orElse("");
    return new Failure(nameOf(error, said.toLowerCase(Locale.ROOT)), said);
  }

  private static Name nameOf(IOException error, String said) {
    if (error instanceof ClosedByInterruptException) {
      return Name.INTERRUPTED;
    }
    if (error instanceof PortUnreachableException || said.contains("refused")) {
      return Name.CONNECTION_REFUSED;
    }
    // EPIPE: the peer closed, and answered what we wrote by a reset.
    if (said.contains("reset") || said.contains("broken pipe")) {
      return Name.CONNECTION_RESET;
    }
    if (error instanceof NoRouteToHostException) {
      return Name.HOST_UNREACHABLE;
    }
    return said.contains("network is unreachable") ? Name.NETWORK_UNREACHABLE : nameOf(said);
  }

  private static Name nameOf(String said) {
    return said.contains("timed out") ? Name.GENERIC_TIMEOUT_ERROR : Name.UNKNOWN_FAILURE;
  }

  /** Whether it speaks of the instrument and not of what was measured. */
  public boolean isOfTheInstrument() {
    return name == Name.INTERRUPTED || name == Name.NETWORK_DOWN;
  }

  /** The string that a measurement carries; {@code unknown_failure: ...} holds its detail. */
  public String text() {
    return name == Name.UNKNOWN_FAILURE ? name.text() + ": " + detail : name.text();
  }
}
