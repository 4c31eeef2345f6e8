package nadzor.flow;

import java.net.InetAddress;
import java.util.Optional;

/**
 * One record of a truthful answer on its way to the client: the target of a CNAME, or an address.
 *
 * @param name the target; empty for an address
 * @param address the address of an A or AAAA record
 */
public record DnsAnswer(NameView name, Optional<InetAddress> address) implements Sighting {
  private static final NameView NO_NAME = new NameView();

  /** The target of a CNAME (or of an HTTPS record in alias form). */
  public static DnsAnswer ofName(NameView target) {
    return new DnsAnswer(target, Optional.empty());
  }

  /** An address. */
  public static DnsAnswer ofAddress(InetAddress address) {
    return new DnsAnswer(NO_NAME, Optional.of(address));
  }

  @Override
  public Kind kind() {
    return Kind.DNS_ANSWER;
  }
}
