package nadzor.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether data trickled. Both must hold for one step, the handshake or the response:
 *
 * <ul>
 *   <li>something still arrived {@link #TRICKLES_AFTER} or more after the step began: a flow that
 *       was cut is silent by then, and a page that fits in one burst is over. In OONI's trace of a
 *       throttled handshake (OONI, March 2022) the last read came at 9.47 s of 10.16 s;
 *   <li>its rate is below {@link #SHARE_OF_CONTROL} of the control's for the same step. OONI names
 *       no share; ours is a choice far above what was measured (650 B/s or 150 kbit/s against
 *       megabits) and far below what load on one machine does.
 * </ul>
 */
final class SlowCheck {
  static final double SHARE_OF_CONTROL = 0.25;
  static final Duration TRICKLES_AFTER = Duration.ofSeconds(1);

  private SlowCheck() {}

  /** What shows that it was slow; empty if it was not. */
  static Optional<String> reason(Observation seen, Observation control) {
    return reason("response", response(seen), response(control))
        .or(() -> reason("handshake", handshake(seen), handshake(control)));
  }

  private static Flow handshake(Observation seen) {
    return seen.tls().map(TlsStep::received).orElse(Flow.NONE);
  }

  private static Flow response(Observation seen) {
    return seen.http().map(HttpStep::received).orElse(Flow.NONE);
  }

  private static Optional<String> reason(String step, Flow seen, Flow control) {
    OptionalDouble rate = seen.rate();
    OptionalDouble usual = control.rate();
    boolean trickled = seen.lasted().compareTo(TRICKLES_AFTER) >= 0;
    if (rate.isEmpty() || usual.isEmpty() || !trickled) {
      return Optional.empty();
    }
    double share = rate.getAsDouble() / usual.getAsDouble();
    return share >= SHARE_OF_CONTROL
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the %s came at %.0f B/s, the control's at %.0f B/s",
                step,
                rate.getAsDouble(),
                usual.getAsDouble()));
  }
}
