package nadzor.censor;

import java.net.InetAddress;
import java.util.List;

/**
 * Forged addresses. The client sees an answer that leads elsewhere: to the network's block page, or
 * to addresses that the profile gives. Commonest stub of OONI's measurements of 2022 ("New blocks
 * emerge in Russia amid war in Ukraine").
 *
 * @param addresses where to; empty means the network's own block page
 * @param ttlSeconds of the forged records
 */
public record Forge(List<InetAddress> addresses, int ttlSeconds) implements DnsAction {
  /** Copies the list. */
  public Forge {
    addresses = List.copyOf(addresses);
  }

  @Override
  public String name() {
    return "forge";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Forge(addresses.isEmpty() ? own.blockPage() : addresses, ttlSeconds);
  }
}
