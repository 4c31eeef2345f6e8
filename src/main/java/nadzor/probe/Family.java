package nadzor.probe;

import java.util.Locale;

/** Where a technique starts. */
public enum Family {
  /** It changes nothing: the baseline of its scheme. */
  BASELINE,
  /** How addresses are asked for. */
  DNS,
  /** How the request is written. */
  HTTP,
  /** How the ClientHello is written. */
  TLS,
  /** UDP in the place of TCP. */
  QUIC,
  /** Which way the connection takes, and to whom. */
  ROUTE,
  /** When things are sent. */
  WAITING;

  /** Lower case, as in lists. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
