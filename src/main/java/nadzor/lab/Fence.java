package nadzor.lab;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import nadzor.flow.AddressRange;
import nadzor.flow.Endpoint;

/**
 * Where a listener may bind and where the proxy may connect to. Loopback is inside; private (RFC
 * 1918), unique-local, link-local and documentation addresses are inside when they are named; a
 * public address and the wildcard never are. Immutable.
 */
public final class Fence {
  private final List<AddressRange> named;

  private Fence(List<AddressRange> named) {
    this.named = named;
  }

  /** The default: loopback alone. */
  public static Fence loopback() {
    return new Fence(List.of());
  }

  /**
   * Loopback and these ranges.
   *
   * @throws FenceException if a range is not as a whole private, unique-local, link-local,
   *     documentation or loopback
   */
  public static Fence naming(Collection<AddressRange> ranges) {
    for (AddressRange range : ranges) {
      if (!AddressKind.of(range).laboratory()) {
        throw new FenceException(
            "named range: found %s, which has public addresses; expected a range inside loopback,"
                    .formatted(range)
                + " RFC 1918, unique-local, link-local or documentation addresses");
      }
    }
    return new Fence(List.copyOf(ranges));
  }

  /** Whether the address is inside; an IPv4-mapped IPv6 address counts as the IPv4 address. */
  public boolean admits(InetAddress address) {
    InetAddress plain = AddressKind.unmapped(address);
    AddressKind kind = AddressKind.of(plain);
    return kind.equals(AddressKind.LOOPBACK)
        || (kind.laboratory() && named.stream().anyMatch(range -> range.contains(plain)));
  }

  /**
   * The address itself, where it is inside.
   *
   * @param what who wants it, for the message: {@code resolver}, {@code proxy connection}
   * @throws FenceException if it is outside
   */
  public InetAddress admit(String what, InetAddress address) {
    if (!admits(address)) {
      throw new FenceException(refusal(what, address));
    }
    return address;
  }

  /** As {@link #admit(String, InetAddress)}, for the address of an endpoint. */
  public Endpoint admit(String what, Endpoint endpoint) {
    return new Endpoint(admit(what, endpoint.address()), endpoint.port());
  }

  private static String refusal(String what, InetAddress address) {
    AddressKind kind = AddressKind.of(address);
    String found = "%s: found %s, %s".formatted(what, address.getHostAddress(), kind.words());
    return kind.laboratory()
        ? found + " that is not named; expected a loopback address, or name it (or its range)"
        : found
            + "; expected a loopback address, or a named private, unique-local, link-local or"
            + " documentation address: nadzor stays a laboratory and serves no real network";
  }
}
