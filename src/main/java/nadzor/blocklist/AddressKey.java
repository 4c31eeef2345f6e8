package nadzor.blocklist;

import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import nadzor.flow.AddressRange;

/**
 * A prefix as 128 bits, IPv4 mapped into IPv6 (RFC 4291 section 2.5.5.2), so that both families are
 * one space and a mapped address is an IPv4 address.
 *
 * @param high the first 64 bits, those beyond the prefix clear
 * @param low the last 64 bits, those beyond the prefix clear
 * @param prefix 0 to 128, or {@link #ANY}
 */
record AddressKey(long high, long low, int prefix) {
  /** Instead of a prefix: every address of both families. */
  static final int ANY = -1;

  /** From this prefix on a range can hold IPv4 addresses; {@code ::/0} and its like do not. */
  static final int MAPPED = 96;

  private static final long MAPPED_MARK = 0xffffL << 32;

  static AddressKey of(AddressMatcher matcher) {
    return matcher.range().map(AddressKey::of).orElse(new AddressKey(0, 0, ANY));
  }

  private static AddressKey of(AddressRange range) {
    byte[] base = range.base().getAddress();
    int prefix = range.prefix() + (base.length == 4 ? MAPPED : 0);
    return new AddressKey(high(base), low(base), prefix);
  }

  /** The first 64 bits of an address of 4 or 16 octets. */
  static long high(byte[] o) {
    return o.length == 4 ? 0 : Longs.fromByteArray(o);
  }

  /** The last 64 bits of an address of 4 or 16 octets. */
  static long low(byte[] o) {
    return o.length == 4
        ? MAPPED_MARK | (Ints.fromByteArray(o) & 0xffffffffL)
        : Longs.fromBytes(o[8], o[9], o[10], o[11], o[12], o[13], o[14], o[15]);
  }

  static boolean isMapped(long high, long low) {
    return high == 0 && (low & 0xffffffff00000000L) == MAPPED_MARK;
  }

  /** The first 64 bits, those beyond the prefix cleared. */
  static long maskedHigh(long high, int prefix) {
    return prefix <= 0 ? 0 : prefix >= Long.SIZE ? high : high & (-1L << (Long.SIZE - prefix));
  }

  /** The last 64 bits, those beyond the prefix cleared. */
  static long maskedLow(long low, int prefix) {
    return prefix <= Long.SIZE ? 0 : low & (-1L << (2 * Long.SIZE - prefix));
  }

  /** The mixed hash of a prefix. */
  static long hash(long high, long low, int prefix) {
    return OctetHash.mix(OctetHash.mix(high + prefix) ^ low);
  }
}
