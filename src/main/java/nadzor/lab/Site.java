package nadzor.lab;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/**
 * One name of the world and what is served there. Immutable.
 *
 * @param host its name
 * @param ipv4 the address that the authority gives; a loopback, private, link-local or
 *     documentation address
 * @param ipv6 likewise, from {@code 2001:db8::/32}; absent where the name has no AAAA
 * @param role such as {@code front}, {@code cdn}, {@code neutral}
 * @param title of its page
 * @param objects what it serves besides the page, each path once
 * @param shows objects of this or other sites that the page shows or links to, beside its own
 * @param options how it behaves
 */
public record Site(
    DomainName host,
    InetAddress ipv4,
    Optional<InetAddress> ipv6,
    String role,
    String title,
    List<SiteObject> objects,
    List<SiteReference> shows,
    SiteOptions options) {
  private static final AddressRange IPV6 = AddressRange.of("2001:db8::/32");

  /** Checks the addresses and the paths. */
  public Site {
    if (!(ipv4 instanceof Inet4Address) || !AddressKind.of(ipv4).laboratory()) {
      throw new IllegalArgumentException(
          "ipv4 of %s: found %s, expected an IPv4 loopback, private, link-local or documentation one"
              .formatted(host, ipv4.getHostAddress()));
    }
    if (ipv6.isPresent() && !IPV6.contains(ipv6.get())) {
      throw new IllegalArgumentException(
          "ipv6 of %s: found %s, expected one of %s"
              .formatted(host, ipv6.get().getHostAddress(), IPV6));
    }
    objects = List.copyOf(objects);
    shows = List.copyOf(shows);
    if (objects.stream().map(SiteObject::path).distinct().count() < objects.size()) {
      throw new IllegalArgumentException("objects of " + host + ": found one path twice");
    }
  }

  /** One that behaves as usual. */
  public Site(
      DomainName host,
      InetAddress ipv4,
      Optional<InetAddress> ipv6,
      String role,
      String title,
      List<SiteObject> objects,
      List<SiteReference> shows) {
    this(host, ipv4, ipv6, role, title, objects, shows, SiteOptions.USUAL);
  }

  /**
   * A site with a page alone and its name as title.
   *
   * @throws IllegalArgumentException if the name or the address is none, or is not allowed
   */
  public static Site of(String host, String ipv4, String role) {
    DomainName name = DomainName.of(host);
    return new Site(
        name, Addresses.parse(ipv4), Optional.empty(), role, name.text(), List.of(), List.of());
  }

  /** The same with an AAAA address. */
  public Site withIpv6(String address) {
    Optional<InetAddress> parsed = Optional.of(Addresses.parse(address));
    return new Site(host, ipv4, parsed, role, title, objects, shows, options);
  }

  /** The same with one more object. */
  public Site with(SiteObject object) {
    List<SiteObject> more = Stream.concat(objects.stream(), Stream.of(object)).toList();
    return new Site(host, ipv4, ipv6, role, title, more, shows, options);
  }

  /** The same with one more object shown on its page. */
  public Site showing(SiteReference reference) {
    List<SiteReference> more = Stream.concat(shows.stream(), Stream.of(reference)).toList();
    return new Site(host, ipv4, ipv6, role, title, objects, more, options);
  }

  /** The same, behaving otherwise. */
  public Site behaving(SiteOptions otherwise) {
    return new Site(host, ipv4, ipv6, role, title, objects, shows, otherwise);
  }

  /** The addresses that the authority gives. */
  public List<InetAddress> addresses() {
    return Stream.concat(Stream.of(ipv4), ipv6.stream()).toList();
  }

  /** The object at a path. */
  public Optional<SiteObject> object(String path) {
    return objects.stream().filter(object -> object.path().equals(path)).findFirst();
  }
}
