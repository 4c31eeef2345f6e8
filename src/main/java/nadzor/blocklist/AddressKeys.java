package nadzor.blocklist;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;

/**
 * Ranges of addresses, under an octet for the prefix and the octets of the base: none for every
 * address of both families, 4 for IPv4, 8 for IPv6 up to a prefix of 64, else 16.
 */
final class AddressKeys implements Keys {
  private static final int FOUR = 1 + Integer.BYTES;
  private static final int SHORT_SIX = 1 + Long.BYTES;
  private static final int SIX = 1 + 2 * Long.BYTES;
  private static final int ALL_BITS = 128;

  @Override
  public boolean takes(Matcher matcher) {
    return matcher instanceof AddressMatcher;
  }

  @Override
  public byte[] of(Matcher matcher) {
    return octets(AddressKey.of((AddressMatcher) matcher));
  }

  static byte[] octets(AddressKey key) {
    byte prefix = (byte) key.prefix();
    if (key.prefix() == AddressKey.ANY) {
      return new byte[] {prefix};
    }
    return Bytes.concat(new byte[] {prefix}, base(key));
  }

  private static byte[] base(AddressKey key) {
    if (key.prefix() >= AddressKey.MAPPED && AddressKey.isMapped(key.high(), key.low())) {
      return Ints.toByteArray((int) key.low());
    }
    byte[] high = Longs.toByteArray(key.high());
    return key.prefix() <= Long.SIZE ? high : Bytes.concat(high, Longs.toByteArray(key.low()));
  }

  /** What such octets stand for. */
  static AddressKey key(byte[] octets) {
    int prefix = octets[0] == (byte) AddressKey.ANY ? AddressKey.ANY : octets[0] & 0xff;
    if (octets.length == FOUR) {
      byte[] base = Arrays.copyOfRange(octets, 1, octets.length);
      return new AddressKey(AddressKey.high(base), AddressKey.low(base), prefix);
    }
    byte[] all = Arrays.copyOf(octets, SIX);
    byte[] base = Arrays.copyOfRange(all, 1, all.length);
    return new AddressKey(AddressKey.high(base), AddressKey.low(base), prefix);
  }

  /** Whether the key of an entry is this prefix. Does not allocate. */
  static boolean isAt(ByteBuffer pool, int at, int length, long high, long low, int prefix) {
    if (pool.get(at) != (byte) prefix) {
      return false;
    }
    if (length == FOUR) {
      int base = Integer.reverseBytes(pool.getInt(at + 1));
      return AddressKey.isMapped(high, low) && base == (int) low;
    }
    return length == 1
        || (Long.reverseBytes(pool.getLong(at + 1)) == high
            && (length == SHORT_SIX
                || Long.reverseBytes(pool.getLong(at + 1 + Long.BYTES)) == low));
  }

  @Override
  public int reach(Matcher matcher) {
    boolean all = ((AddressMatcher) matcher).ports().equals(PortRange.ALL);
    return all ? RuleCode.SELF : RuleCode.AT_PORTS;
  }

  @Override
  public int ports(Matcher matcher) {
    PortRange ports = ((AddressMatcher) matcher).ports();
    return reach(matcher) == RuleCode.SELF ? 0 : ports.from() << 16 | ports.to();
  }

  @Override
  public Matcher matcher(byte[] octets, int reach, int ports) {
    AddressKey key = key(octets);
    boolean any = key.prefix() == AddressKey.ANY;
    Optional<AddressRange> range = any ? Optional.empty() : Optional.of(range(octets, key));
    boolean all = reach != RuleCode.AT_PORTS;
    return new AddressMatcher(
        range, all ? PortRange.ALL : new PortRange(ports >>> 16, ports & 0xffff));
  }

  private static AddressRange range(byte[] octets, AddressKey key) {
    if (octets.length == FOUR) {
      byte[] base = Ints.toByteArray((int) key.low());
      return new AddressRange(Addresses.ofOctets(base), key.prefix() - AddressKey.MAPPED);
    }
    byte[] base = Bytes.concat(Longs.toByteArray(key.high()), Longs.toByteArray(key.low()));
    return new AddressRange(Addresses.ofOctets(base), key.prefix());
  }

  @Override
  public long hash(byte[] octets, int from, int to) {
    AddressKey key = key(Arrays.copyOfRange(octets, from, to));
    return AddressKey.hash(key.high(), key.low(), key.prefix());
  }

  @Override
  public long hash(ByteBuffer octets, int from, int to) {
    byte[] key = new byte[to - from];
    octets.get(from, key);
    return hash(key, 0, key.length);
  }

  @Override
  public boolean isSound(byte[] octets, int reach) {
    boolean length =
        octets.length == 1
            || octets.length == FOUR
            || octets.length == SHORT_SIX
            || octets.length == SIX;
    if (!length || (reach != RuleCode.AT_PORTS && reach != RuleCode.SELF)) {
      return false;
    }
    AddressKey key = key(octets);
    boolean any = key.prefix() == AddressKey.ANY;
    return key.prefix() <= ALL_BITS
        && any == (octets.length == 1)
        && Arrays.equals(octets(key), octets)
        && AddressKey.maskedHigh(key.high(), key.prefix()) == key.high()
        && AddressKey.maskedLow(key.low(), key.prefix()) == key.low();
  }
}
