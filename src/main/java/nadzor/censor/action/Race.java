package nadzor.censor.action;

import java.time.Duration;
import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>race</b>: a forged answer first, and the true one behind it, as an injector on the path
 * does who can add datagrams but not take any away.
 *
 * <p>The client sees: two answers over UDP, and takes the first; over TCP, DoT and DoH the truth
 * alone.
 *
 * <p>Example: {@code {race: {forged: {forge: {to: [192.0.2.66]}}, gap: 50 ms}}}
 *
 * <p>Source: the injector in China as Hoang et al., USENIX Security 2021, are quoted: a client that
 * waits some three seconds and takes the last answer got the truth from 40 of 41 resolvers (read in
 * an unverified extract).
 *
 * @param forged what is injected: addresses or an RCODE
 * @param gap how long after it the true answer leaves at the earliest
 */
public record Race(DnsAction forged, Duration gap) implements DnsAction {
  /** Checks that there is something to inject. */
  public Race {
    if (!(forged instanceof Forge) && !(forged instanceof Rcode)) {
      throw new IllegalArgumentException("a race of '" + forged.name() + "', not forge or rcode");
    }
    if (gap.isNegative()) {
      throw new IllegalArgumentException("a gap of " + gap);
    }
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Race(forged.onQuestion(own), gap);
  }
}
