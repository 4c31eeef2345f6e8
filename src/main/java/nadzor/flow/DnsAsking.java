package nadzor.flow;

/** How a DNS question travels. */
public enum DnsAsking {
  /** In a datagram (RFC 1035 section 4.2.1). */
  UDP,
  /** On a TCP stream (RFC 7766). */
  TCP,
  /** On a TLS stream (RFC 7858). */
  TLS,
  /** In an HTTPS request (RFC 8484). */
  HTTPS;

  /** The word in profile files, as {@code udp}. */
  public String word() {
    return switch (this) {
      case UDP -> "udp";
      case TCP -> "tcp";
      case TLS -> "dot";
      case HTTPS -> "doh";
    };
  }
}
