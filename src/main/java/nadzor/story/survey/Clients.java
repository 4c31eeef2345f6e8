package nadzor.story.survey;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nadzor.story.ClientAddresses;

/**
 * Gives every visit a client that its network has not seen yet, derived from the seed and the cell;
 * or, where a network has one client only, that one. Used by one thread.
 */
final class Clients {
  private final ClientAddresses addresses;
  private final boolean oneClient;
  private final Map<String, Set<InetAddress>> used = new HashMap<>();

  Clients(long seed, boolean oneClient) {
    addresses = new ClientAddresses(seed);
    this.oneClient = oneClient;
  }

  InetAddress of(String network, String visit) {
    if (oneClient) {
      return addresses.of(network);
    }
    Set<InetAddress> taken = used.computeIfAbsent(network, none -> new HashSet<>());
    InetAddress address = addresses.of(visit);
    for (int i = 1; !taken.add(address); i++) {
      address = addresses.of(visit + " again " + i);
    }
    return address;
  }
}
