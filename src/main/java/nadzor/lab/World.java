package nadzor.lab;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * The sealed world: its sites, and for what it advertises (an address of the authority with port 80
 * or 443) the endpoint that is really bound. Immutable.
 *
 * @param sites each host once; an IPv6 address belongs to one IPv4 address
 * @param routes from advertised to bound; empty until origins listen
 */
public record World(List<Site> sites, Map<Endpoint, Endpoint> routes) {
  /** Checks that the sites agree with each other. */
  public World {
    sites = List.copyOf(sites);
    routes = Map.copyOf(routes);
    Map<DomainName, Site> byHost = new HashMap<>();
    Map<InetAddress, InetAddress> ipv4of = new HashMap<>();
    for (Site site : sites) {
      if (byHost.put(site.host(), site) != null) {
        throw new IllegalArgumentException("world: found " + site.host() + " twice");
      }
      site.ipv6().ifPresent(ipv6 -> checkPair(site, ipv6, ipv4of));
    }
    sites.forEach(site -> checkReferences(site, byHost));
  }

  /** A world of which nothing listens yet. */
  public static World of(List<Site> sites) {
    return new World(sites, Map.of());
  }

  private static void checkPair(Site site, InetAddress ipv6, Map<InetAddress, InetAddress> ipv4of) {
    InetAddress other = ipv4of.putIfAbsent(ipv6, site.ipv4());
    if (other != null && !other.equals(site.ipv4())) {
      throw new IllegalArgumentException(
          "ipv6 of %s: found %s, which goes with %s already"
              .formatted(site.host(), ipv6.getHostAddress(), other.getHostAddress()));
    }
  }

  private static void checkReferences(Site site, Map<DomainName, Site> byHost) {
    for (SiteReference shown : site.shows()) {
      Optional<Site> target = Optional.ofNullable(byHost.get(shown.host()));
      if (target.flatMap(there -> there.object(shown.path())).isEmpty()) {
        throw new IllegalArgumentException(
            "page of %s: found a reference to %s, expected an object of the world"
                .formatted(site.host(), shown.url()));
      }
    }
  }

  /** The site of that name. */
  public Optional<Site> site(DomainName host) {
    return sites.stream().filter(site -> site.host().equals(host)).findFirst();
  }

  /** The sites behind one advertised IPv4 address, in the order of the world. */
  public List<Site> sitesAt(InetAddress ipv4) {
    return sites.stream().filter(site -> site.ipv4().equals(ipv4)).toList();
  }

  /** Every host name. */
  public Set<DomainName> hosts() {
    return sites.stream().map(Site::host).collect(Collectors.toUnmodifiableSet());
  }

  /** Every advertised IPv4 address once, in the order of the world. */
  public Set<InetAddress> ipv4Addresses() {
    return sites.stream().map(Site::ipv4).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Where an advertised endpoint is really bound; empty where nothing listens there. */
  public Optional<Endpoint> route(Endpoint advertised) {
    return Optional.ofNullable(routes.get(advertised));
  }

  /** The same world with these routes too; one that is there already is replaced. */
  public World withRoutes(Map<Endpoint, Endpoint> more) {
    Map<Endpoint, Endpoint> all = new HashMap<>(routes);
    all.putAll(more);
    return new World(sites, all);
  }
}
