package nadzor.store;

import com.google.common.net.InetAddresses;
import java.util.Arrays;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The fence of stores: nothing connects outside loopback, so a database server has to be on this
 * machine. A name is not looked up, as what it stands for may change.
 */
final class PostgresHosts {
  private PostgresHosts() {}

  /**
   * Refuses a URL with a host that is no loopback address.
   *
   * @param place what messages show of the URL
   * @throws StoreException if there is one, or the driver cannot read the URL
   */
  static void checkLocal(String url, String place) {
    for (String host : hosts(url, place)) {
      if (!isLocal(host)) {
        throw new StoreException(
            Fault.REFUSED,
            place,
            "host '"
                + host
                + "' is outside the fence: nadzor is a laboratory and connects to this machine alone;"
                + " name the server 127.0.0.1, ::1 or localhost");
      }
    }
  }

  private static List<String> hosts(String url, String place) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setURL(url);
    } catch (IllegalArgumentException e) {
      throw new StoreException(Fault.REFUSED, place, "PostgreSQL's driver cannot read it", e);
    }
    return Arrays.stream(source.getServerNames()).filter(host -> !host.isEmpty()).toList();
  }

  private static boolean isLocal(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return bare.equals("localhost")
        || (InetAddresses.isInetAddress(bare) && InetAddresses.forString(bare).isLoopbackAddress());
  }
}
