package nadzor.censor.action;

import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>truncate</b>: an empty answer that sends the client to TCP.
 *
 * <p>The client sees: TC=1 over UDP, and the truth when it asks again over TCP.
 *
 * <p>Example: {@code {on: dns-question, measure: block, action: truncate}}
 *
 * <p>Source: RFC 1035 section 4.1.1, RFC 7766 section 5; RPZ's {@code rpz-tcp-only} does the same.
 */
public record Truncate() implements DnsAction {
  @Override
  public String name() {
    return "truncate";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Truncate();
  }
}
