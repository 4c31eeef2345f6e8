package nadzor.probe;

import java.time.Duration;

/**
 * When a probe gives up. Immutable. OONI's own limits are 10 s for a handshake and more for a page;
 * the standard here is shorter because the laboratory is near.
 *
 * @param dns for one DNS question, over UDP and then perhaps TCP
 * @param connect until the connection stands
 * @param handshake for TLS
 * @param firstByte from the request to the first byte of the response
 * @param window from the first byte on: how long a download is watched
 * @param total for everything, whatever the others allow
 * @param segmentGap between the pieces of a first flight that is cut
 * @param bodyBytes after this many octets of body nothing more is read
 */
public record Limits(
    Duration dns,
    Duration connect,
    Duration handshake,
    Duration firstByte,
    Duration window,
    Duration total,
    Duration segmentGap,
    long bodyBytes) {
  private static final long MEBIBYTE = 1 << 20;

  /** Refuses limits that would end a probe before it starts. */
  public Limits {
    positive("dns", dns);
    positive("connect", connect);
    positive("handshake", handshake);
    positive("firstByte", firstByte);
    positive("window", window);
    positive("total", total);
    if (segmentGap.isNegative() || bodyBytes < 1) {
      throw new IllegalArgumentException("segmentGap is negative, or bodyBytes below 1");
    }
  }

  /**
   * For the laboratory on loopback: 1 s DNS, 2 s for TLS, 2.5 s for connection and first byte each,
   * 2.5 s of download, 12 s in all.
   */
  public static Limits standard() {
    Duration stage = Duration.ofMillis(2500);
    return new Limits(
        Duration.ofSeconds(1),
        stage,
        Duration.ofSeconds(2),
        stage,
        stage,
        Duration.ofSeconds(12),
        Duration.ofMillis(200),
        4 * MEBIBYTE);
  }

  private static void positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is " + duration + ", must be above zero");
    }
  }
}
