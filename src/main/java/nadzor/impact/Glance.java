package nadzor.impact;

import java.net.InetAddress;
import nadzor.blocklist.Blocklist;
import nadzor.flow.NameView;

/**
 * Says at the cost of one look-up that no rule of a version can hold a request, so that most of
 * them need no more. Thread-safe.
 *
 * @param version the version
 * @param always whether it holds the address that stands for one that nobody knows
 */
record Glance(Blocklist version, boolean always) {
  static Glance of(Blocklist version) {
    InetAddress unknown = Visit.PLAIN.address();
    int orders =
        version.orders(unknown, 0)
            | version.orders(unknown, Visit.PLAIN.port())
            | version.orders(unknown, Visit.SECURE.port());
    return new Glance(version, orders != 0);
  }

  boolean mayHold(NameView name, String url) {
    return always
        || version.orders(name) != 0
        || (version.hasUrls() && !version.findUrl(name, Visit.target(url)).isEmpty());
  }
}
