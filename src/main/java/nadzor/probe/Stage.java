package nadzor.probe;

import java.util.Locale;

/** The steps of a visit, in order. */
public enum Stage {
  /** Asking for addresses. */
  DNS,
  /** Opening the connection. */
  TCP,
  /** The TLS handshake. */
  TLS,
  /** Request and response. */
  HTTP,
  /** The first exchange of datagrams of QUIC. */
  QUIC;

  /** Lower case, as in {@code blocked(tls)}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
