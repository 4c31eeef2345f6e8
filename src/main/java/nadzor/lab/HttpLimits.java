package nadzor.lab;

import java.time.Duration;

/**
 * What one listener bears. Immutable.
 *
 * @param connections open at once; one more is closed at its first moment
 * @param headOctets of a request's header fields; its first line has half of it
 * @param handshake how long a TLS handshake may take
 * @param request how long a request may take from the connection, or from the last answer, to its
 *     last octet
 * @param response how long an answer may take to leave
 */
record HttpLimits(
    int connections, int headOctets, Duration handshake, Duration request, Duration response) {
  /**
   * Wide enough for what is measured: 400 kB at 650 octets a second (the throttle of February 2022)
   * take 11 minutes, and a handshake then takes about four seconds.
   */
  static final HttpLimits USUAL =
      new HttpLimits(
          512, 8192, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(20));
}
