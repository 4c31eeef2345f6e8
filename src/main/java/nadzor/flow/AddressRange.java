package nadzor.flow;

import java.net.InetAddress;

/** An address prefix such as {@code 127.10.0.0/16}. Immutable. */
public record AddressRange(InetAddress base, int prefix) {
  /** Checks the prefix and clears the host bits of the base. */
  public AddressRange {
    int bits = base.getAddress().length * 8;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("prefix /" + prefix + " is not in 0.." + bits);
    }
    base = masked(base, prefix);
  }

  /**
   * Reads {@code address/prefix}, or an address alone.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static AddressRange of(String written) {
    int slash = written.indexOf('/');
    InetAddress base = Addresses.parse(slash < 0 ? written : written.substring(0, slash));
    if (slash < 0) {
      return new AddressRange(base, base.getAddress().length * 8);
    }
    try {
      return new AddressRange(base, Integer.parseInt(written.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + written + "' has no number after the slash", e);
    }
  }

  /** Whether the address lies in this range; an address of the other family never does. */
  public boolean contains(InetAddress address) {
    return address.getAddress().length == base.getAddress().length
        && masked(address, prefix).equals(base);
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] octets = address.getAddress();
    for (int i = 0; i < octets.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - i * 8));
      octets[i] = (byte) (octets[i] & (0xff00 >> kept));
    }
    return Addresses.ofOctets(octets);
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefix;
  }
}
