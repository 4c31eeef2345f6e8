package nadzor.flow;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Reads address literals; no name is ever resolved here. */
public final class Addresses {
  private Addresses() {}

  /**
   * Reads an IPv4 or IPv6 literal.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static InetAddress parse(String literal) {
    return InetAddresses.forString(literal);
  }

  /** Whether the text is an IPv4 or IPv6 literal. */
  public static boolean isLiteral(String text) {
    return InetAddresses.isInetAddress(text);
  }

  /** The address that stands {@code by} after this one. */
  public static InetAddress plus(InetAddress address, int by) {
    byte[] octets = address.getAddress();
    int carry = by;
    for (int i = octets.length - 1; i >= 0 && carry != 0; i--) {
      int sum = (octets[i] & 0xff) + carry;
      octets[i] = (byte) sum;
      carry = sum >> 8;
    }
    return ofOctets(octets);
  }

  /**
   * The address of 4 or 16 octets in network order.
   *
   * @throws IllegalArgumentException for any other count
   */
  public static InetAddress ofOctets(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of " + octets.length + " octets", e);
    }
  }
}
