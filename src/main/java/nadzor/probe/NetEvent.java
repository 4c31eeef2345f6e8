package nadzor.probe;

import java.util.Locale;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * One operation on the network (OONI df-008). Immutable.
 *
 * @param operation what was done
 * @param proto {@code tcp} or {@code udp}
 * @param address the other side, as the client knows it
 * @param bytes octets moved; 0 for connecting and for what failed
 * @param failure why nothing moved
 * @param span when
 */
public record NetEvent(
    Operation operation,
    String proto,
    Endpoint address,
    long bytes,
    Optional<Failure> failure,
    Span span) {
  /** The operations of df-008. */
  public enum Operation {
    CONNECT,
    READ,
    READ_FROM,
    WRITE,
    WRITE_TO,
    TLS_HANDSHAKE_START,
    TLS_HANDSHAKE_DONE;

    /** As OONI writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
