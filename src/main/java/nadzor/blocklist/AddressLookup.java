package nadzor.blocklist;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Asks a base and its overlay for the ranges that hold an address. Immutable, thread-safe. */
record AddressLookup(AddressIndex base, AddressIndex overlay, AddressIndex nothing) {

  /** Rules of all ranges that hold the address at this port, the longest prefix first. */
  Match find(InetAddress address, int port) {
    List<Match> all = new ArrayList<>(0);
    int unused =
        scan(
            address,
            port,
            offset -> all.add(overlay.match(offset, port)),
            offset -> all.add(base.match(offset, port)));
    return all.stream().reduce(Match.NONE, Match::plus);
  }

  /** The measures of {@link #find}, as bits. */
  int orders(InetAddress address, int port) {
    return scan(address, port, AddressIndex.Hits.UNHEARD, AddressIndex.Hits.UNHEARD);
  }

  private int scan(
      InetAddress address, int port, AddressIndex.Hits inOverlay, AddressIndex.Hits inBase) {
    byte[] octets = address.getAddress();
    long high = AddressKey.high(octets);
    long low = AddressKey.low(octets);
    int excepted =
        Math.max(
            base.exception(high, low, port, overlay), overlay.exception(high, low, port, nothing));
    int orders = base.scan(high, low, port, excepted, overlay, inBase);
    return orders | overlay.scan(high, low, port, excepted, nothing, inOverlay);
  }
}
