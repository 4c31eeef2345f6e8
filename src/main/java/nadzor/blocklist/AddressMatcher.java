package nadzor.blocklist;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/**
 * Addresses, at some ports or at all. An IPv4-mapped IPv6 address is an IPv4 address. Immutable.
 *
 * @param range the addresses; empty for every address of both families
 * @param ports the ports
 */
public record AddressMatcher(Optional<AddressRange> range, PortRange ports) implements Matcher {
  private static final int MAPPED = 96;

  static AddressMatcher read(String written) {
    int colon = written.indexOf(':');
    if (written.startsWith("*:")) {
      return new AddressMatcher(Optional.empty(), PortRange.of(written.substring(2)));
    }
    if (written.startsWith("[")) {
      return bracketed(written);
    }
    if (colon < 0 || colon != written.lastIndexOf(':')) {
      return new AddressMatcher(Optional.of(range(written)), PortRange.ALL);
    }
    return new AddressMatcher(
        Optional.of(range(written.substring(0, colon))),
        PortRange.of(written.substring(colon + 1)));
  }

  private static AddressMatcher bracketed(String written) {
    int end = written.indexOf(']');
    String rest = end < 0 ? "" : written.substring(end + 1);
    if (end < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
      throw new IllegalArgumentException(
          "'" + written + "' is not [address], [address]:port or [address/prefix]:port");
    }
    PortRange ports = rest.isEmpty() ? PortRange.ALL : PortRange.of(rest.substring(1));
    return new AddressMatcher(Optional.of(range(written.substring(1, end))), ports);
  }

  private static AddressRange range(String written) {
    int slash = written.indexOf('/');
    String literal = slash < 0 ? written : written.substring(0, slash);
    if (!Addresses.isLiteral(literal)) {
      throw new IllegalArgumentException(
          "'" + literal + "' is no address; a URL begins with http://, a name has no port");
    }
    boolean mapped = literal.indexOf(':') >= 0 && Addresses.parse(literal) instanceof Inet4Address;
    return mapped && slash >= 0 ? unmapped(written, slash) : AddressRange.of(written);
  }

  private static AddressRange unmapped(String written, int slash) {
    InetAddress base = Addresses.parse(written.substring(0, slash));
    String digits = written.substring(slash + 1);
    if (!digits.matches("9[6-9]|1[01][0-9]|12[0-8]")) {
      throw new IllegalArgumentException(
          "'" + written + "' is IPv4 written as IPv6: its prefix is 96 to 128");
    }
    return new AddressRange(base, Integer.parseInt(digits) - MAPPED);
  }

  @Override
  public boolean covers(DomainName name) {
    return false;
  }

  /** As {@link Matcher#of} reads it. */
  @Override
  public String toString() {
    if (range.isEmpty()) {
      return "*:" + ports;
    }
    AddressRange which = range.get();
    String address = InetAddresses.toAddrString(which.base());
    boolean single = which.prefix() == which.base().getAddress().length * 8;
    String text = single ? address : address + "/" + which.prefix();
    if (ports.equals(PortRange.ALL)) {
      return text;
    }
    return (address.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + ports;
  }
}
