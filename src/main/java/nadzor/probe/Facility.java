package nadzor.probe;

import java.util.Locale;
import java.util.Optional;

/** What a vantage must offer for a technique; where it is missing the technique is not measured. */
public enum Facility {
  /** A resolver abroad over UDP. */
  FOREIGN_UDP("no foreign resolver here"),
  /** A resolver abroad over TCP. */
  FOREIGN_TCP("no foreign resolver over TCP here"),
  /** A resolver abroad over TLS (RFC 7858). */
  FOREIGN_DOT("no foreign resolver over TLS here"),
  /** A resolver abroad over HTTPS (RFC 8484). */
  FOREIGN_DOH("no foreign resolver over HTTPS here"),
  /** A resolver that is asked outside the network: a friend who tells the address. */
  ELSEWHERE("no one elsewhere to ask"),
  /** An HTTP proxy abroad. */
  HTTP_RELAY("no HTTP relay here"),
  /** A SOCKS5 proxy abroad. */
  SOCKS_RELAY("no SOCKS relay here"),
  /** An HTTP proxy abroad that is reached over TLS. */
  TLS_RELAY("no encrypted relay here"),
  /** A way for datagrams: SOCKS5 UDP ASSOCIATE (RFC 1928 section 7). */
  UDP_ASSOCIATE("no way for datagrams here"),
  /** Another name with the same content. */
  MIRROR("no mirror of this site"),
  /** A name that nobody restricts. */
  NEUTRAL_NAME("no neutral name here"),
  /** How long filters here remember a silent connection. */
  IDLE_TIME("no state timeout known here"),
  /** How long filters here remember a trigger. */
  RESIDUAL_TIME("no residual time known here");

  private final String complaint;

  Facility(String complaint) {
    this.complaint = complaint;
  }

  /** What is said where it is missing, such as {@code no HTTP relay here}. */
  public String complaint() {
    return complaint;
  }

  /** Lower case, as in lists: {@code foreign-dot}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this cell has it. */
  boolean isGiven(Cell cell) {
    return of(cell).isPresent();
  }

  private Optional<?> of(Cell cell) {
    Doors doors = cell.vantage().doors();
    Relays relays = cell.vantage().relays();
    Hints hints = cell.vantage().hints();
    return switch (this) {
      case FOREIGN_UDP -> doors.udp();
      case FOREIGN_TCP -> doors.tcp();
      case FOREIGN_DOT -> doors.dot();
      case FOREIGN_DOH -> doors.doh();
      case ELSEWHERE -> doors.elsewhere();
      case HTTP_RELAY -> relays.http();
      case SOCKS_RELAY -> relays.socks();
      case TLS_RELAY -> relays.tls();
      case UDP_ASSOCIATE -> relays.datagrams();
      case MIRROR -> hints.mirrorOf(cell.site().host());
      case NEUTRAL_NAME -> hints.neutral();
      case IDLE_TIME -> hints.idle();
      case RESIDUAL_TIME -> hints.residual();
    };
  }
}
