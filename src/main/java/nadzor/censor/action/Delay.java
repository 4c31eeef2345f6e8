package nadzor.censor.action;

import java.time.Duration;
import java.util.Optional;
import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>delay</b>: the answer comes late, true or not.
 *
 * <p>The client sees: a resolver that takes its time, and may give it up.
 *
 * <p>Example: {@code {delay: {by: 3 s}}}, {@code {delay: {by: 500 ms, then: {rcode: nxdomain}}}}
 *
 * <p>Source: RFC 1035 section 7.2 (why clients ask again); not taken from a measurement.
 *
 * @param by how late
 * @param then what comes then; empty is the truth
 */
public record Delay(Duration by, Optional<DnsAction> then) implements DnsAction {
  /** Checks that it is a delay. */
  public Delay {
    if (by.isNegative() || by.isZero()) {
      throw new IllegalArgumentException("a delay of " + by + ", expected above 0");
    }
    if (then.filter(next -> next instanceof Delay || next instanceof Race).isPresent()) {
      throw new IllegalArgumentException("a delay of a delay or of a race");
    }
  }

  @Override
  public String name() {
    return "delay";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Delay(by, then.map(next -> next.onQuestion(own)).orElse(DnsEffect.PASS));
  }
}
