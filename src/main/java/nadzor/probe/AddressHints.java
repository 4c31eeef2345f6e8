package nadzor.probe;

import java.net.Inet4Address;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.SVCBBase;

/** The IPv4 addresses that an HTTPS record hints at (RFC 9460 section 7.3). */
final class AddressHints {
  private AddressHints() {}

  /** One answer for each hint; one without an address where there is none. */
  static List<DnsAnswer> of(HTTPSRecord https) {
    String target = https.getTargetName().toString(true);
    List<Inet4Address> hints = hints(https);
    return hints.isEmpty()
        ? List.of(new DnsAnswer("HTTPS", Optional.empty(), Optional.of(target), https.getTTL()))
        : hints.stream()
            .map(
                hint -> new DnsAnswer("HTTPS", Optional.of(hint), Optional.empty(), https.getTTL()))
            .toList();
  }

  private static List<Inet4Address> hints(HTTPSRecord https) {
    boolean given = https.getSvcParamKeys().contains(SVCBBase.IPV4HINT);
    if (!given
        || !(https.getSvcParamValue(SVCBBase.IPV4HINT)
            instanceof SVCBBase.ParameterIpv4Hint hint)) {
      return List.of();
    }
    try {
      return hint.getAddresses();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
