package nadzor.censor.action;

import java.net.InetAddress;
import java.util.List;
import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/**
 * Action <b>forge</b>: forged addresses.
 *
 * <p>The client sees: an answer that leads elsewhere: to the network's block page, to addresses
 * where nothing is (bogons), or to one of many that are drawn.
 *
 * <p>Example: {@code {forge: {to: block-page, ttl: 60}}}, {@code {forge: {to: [192.0.2.7,
 * 192.0.2.8], draw: true}}}
 *
 * <p>Source: the commonest stub of OONI's measurements of 2022 ("New blocks emerge in Russia amid
 * war in Ukraine"); 1,781 forged addresses of one injector (Hoang et al., USENIX Security 2021,
 * known here from an unverified extract).
 *
 * @param addresses where to; empty means the network's own block page
 * @param ttlSeconds of the forged records
 * @param drawn whether each answer has one address of a family, drawn with the run's seed
 */
public record Forge(List<InetAddress> addresses, int ttlSeconds, boolean drawn)
    implements DnsAction {
  /** Copies the list. */
  public Forge {
    addresses = List.copyOf(addresses);
  }

  /** All addresses in each answer. */
  public Forge(List<InetAddress> addresses, int ttlSeconds) {
    this(addresses, ttlSeconds, false);
  }

  @Override
  public String name() {
    return "forge";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    List<InetAddress> given = addresses.isEmpty() ? own.blockPage() : addresses;
    return new DnsEffect.Forge(given, ttlSeconds, drawn);
  }
}
