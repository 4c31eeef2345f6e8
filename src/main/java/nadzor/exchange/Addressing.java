package nadzor.exchange;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.PortRange;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;

/** Reads addresses, prefixes and spans of addresses. */
final class Addressing {
  private Addressing() {}

  static Matcher matcher(AddressRange range) {
    return new AddressMatcher(Optional.of(range), PortRange.ALL);
  }

  /** Reads an address or a prefix; empty where it was refused. */
  static Optional<AddressRange> range(String field, int column, Intake in) throws IOException {
    String text = field.strip();
    if (!text.equals(field)) {
      in.repaired(Repair.BLANK, column, field, text);
    }
    try {
      AddressRange range = AddressRange.of(text);
      InetAddress written = Addresses.parse(text.substring(0, slash(text)));
      if (!range.base().equals(written)) {
        in.repaired(Repair.HOST_BITS, column, text, matcher(range).toString());
      }
      return Optional.of(range);
    } catch (IllegalArgumentException e) {
      in.refuseValue(Fault.ADDRESS, column, field, "an address or address/prefix");
      return Optional.empty();
    }
  }

  private static int slash(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text.length() : slash;
  }

  /** Whether the text is two addresses with a hyphen. */
  static boolean isSpan(String text) {
    int dash = text.indexOf('-');
    return dash > 0
        && Addresses.isLiteral(text.substring(0, dash).strip())
        && Addresses.isLiteral(text.substring(dash + 1).strip());
  }

  /** The prefixes that make up a span; none where it was refused. */
  static List<AddressRange> span(String text, int column, Intake in) throws IOException {
    int dash = text.indexOf('-');
    InetAddress first = Addresses.parse(text.substring(0, dash).strip());
    InetAddress last = Addresses.parse(text.substring(dash + 1).strip());
    BigInteger from = new BigInteger(1, first.getAddress());
    BigInteger to = new BigInteger(1, last.getAddress());
    int size = first.getAddress().length;
    if (size != last.getAddress().length || from.compareTo(to) > 0) {
      in.refuseValue(Fault.ADDRESS, column, text, "first-last, of one family");
      return List.of();
    }
    List<AddressRange> ranges = prefixes(from, to, size);
    in.repaired(
        Repair.ADDRESS_SPAN, column, text, ranges.size() + " prefixes from " + ranges.get(0));
    return ranges;
  }

  private static List<AddressRange> prefixes(BigInteger first, BigInteger last, int size) {
    List<AddressRange> ranges = new ArrayList<>();
    BigInteger from = first;
    while (from.compareTo(last) <= 0) {
      int free = from.signum() == 0 ? size * 8 : Math.min(size * 8, from.getLowestSetBit());
      int room = last.subtract(from).add(BigInteger.ONE).bitLength() - 1;
      int bits = Math.min(free, room);
      ranges.add(new AddressRange(address(from, size), size * 8 - bits));
      from = from.add(BigInteger.ONE.shiftLeft(bits));
    }
    return ranges;
  }

  private static InetAddress address(BigInteger number, int size) {
    byte[] octets = new byte[size];
    byte[] digits = number.toByteArray();
    int count = Math.min(size, digits.length);
    System.arraycopy(digits, digits.length - count, octets, size - count, count);
    return Addresses.ofOctets(octets);
  }
}
