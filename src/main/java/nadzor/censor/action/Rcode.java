package nadzor.censor.action;

import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>rcode</b>: an answer without records: NODATA, SERVFAIL, NXDOMAIN or REFUSED.
 *
 * <p>The client sees: a name that does not exist or has no address, or a resolver that fails.
 *
 * <p>Example: {@code {rcode: nxdomain}}
 *
 * <p>Source: RFC 1035 section 4.1.1; RFC 2308 for the SOA beside an empty answer.
 *
 * @param word the word in profile files
 * @param code the RCODE
 */
public record Rcode(String word, int code) implements DnsAction {
  @Override
  public String name() {
    return word;
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Rcode(code);
  }
}
