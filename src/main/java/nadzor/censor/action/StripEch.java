package nadzor.censor.action;

import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>strip-ech</b>: HTTPS and SVCB answers lose the parameter that makes ECH possible.
 *
 * <p>The client sees: a truthful answer without {@code ech}, and so sends the name in the clear.
 *
 * <p>Example: {@code {on: dns-question, any-name: true, type: [HTTPS, SVCB], action: strip-ech}}
 *
 * <p>Source: RFC 9460 section 14.3.2, RFC 9848; the downgrade that RFC 9849 section 10.2 warns of.
 */
public record StripEch() implements DnsAction {
  @Override
  public String name() {
    return "strip-ech";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.StripEch();
  }
}
