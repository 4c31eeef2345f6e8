package nadzor.impact.traffic;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.net.InetAddresses;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Turns clients into groups that mean nothing after the run: an address is cut to its /24 (IPv4) or
 * /48 (IPv6) and hashed with a key (SipHash-2-4) that nobody keeps; any other client id is hashed
 * whole. Thread-safe.
 */
public final class ClientGroups {
  /** The group of requests whose client the log does not tell. */
  public static final String UNKNOWN = "unknown";

  private static final int IPV4_PREFIX = 3;
  private static final int IPV6_PREFIX = 6;

  private final HashFunction function;

  /** With a key of the caller's. */
  public ClientGroups(long key0, long key1) {
    function = Hashing.sipHash24(key0, key1);
  }

  /** With a key drawn now. */
  public static ClientGroups drawn() {
    SecureRandom random = new SecureRandom();
    return new ClientGroups(random.nextLong(), random.nextLong());
  }

  /** The group of an address of 4 or 16 octets: 16 hexadecimal digits. */
  public String of(byte[] address) {
    int prefix = address.length == 4 ? IPV4_PREFIX : IPV6_PREFIX;
    return function.hashBytes(Arrays.copyOf(address, prefix)).toString();
  }

  /** The group of a client as a log writes it, with or without a port. */
  public String of(String client) {
    if (client.isEmpty()) {
      return UNKNOWN;
    }
    return InetAddresses.isInetAddress(client)
        ? of(InetAddresses.forString(client).getAddress())
        : function.hashBytes(client.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A group that the log itself names: as it stands, unless it is an address after all. */
  public String named(String group) {
    return group.isEmpty() || InetAddresses.isInetAddress(group) ? of(group) : group;
  }
}
