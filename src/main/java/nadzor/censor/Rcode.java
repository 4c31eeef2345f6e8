package nadzor.censor;

/**
 * An answer without records: NODATA, SERVFAIL, NXDOMAIN or REFUSED (RFC 1035 section 4.1.1). The
 * client sees a name that does not exist, or a resolver that fails.
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
