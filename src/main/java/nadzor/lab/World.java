package nadzor.lab;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * The sealed world: its sites, the hosts abroad that every world has, and for what it advertises
 * (an address of the authority with a port, such as 443) the endpoint that is really bound.
 * Immutable.
 *
 * @param sites each host once; an IPv6 address belongs to one IPv4 address
 * @param routes of streams, from advertised to bound; empty until something listens
 * @param datagramRoutes the same of datagrams
 */
public record World(
    List<Site> sites, Map<Endpoint, Endpoint> routes, Map<Endpoint, Endpoint> datagramRoutes) {
  /** Checks that the sites agree with each other. */
  public World {
    sites = List.copyOf(sites);
    routes = Map.copyOf(routes);
    datagramRoutes = Map.copyOf(datagramRoutes);
    WorldChecks.check(sites);
  }

  /** A world of which nothing listens yet. */
  public static World of(List<Site> sites) {
    return new World(sites, Map.of(), Map.of());
  }

  /** The site of that name. */
  public Optional<Site> site(DomainName host) {
    return sites.stream().filter(site -> site.host().equals(host)).findFirst();
  }

  /** The sites behind one advertised IPv4 address, in the order of the world. */
  public List<Site> sitesAt(InetAddress ipv4) {
    return sites.stream().filter(site -> site.ipv4().equals(ipv4)).toList();
  }

  /** Every host name, those abroad too. */
  public Set<DomainName> hosts() {
    return Stream.concat(
            sites.stream().map(Site::host), ForeignHost.ALL.stream().map(ForeignHost::host))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every advertised IPv4 address of a site once, in the order of the world. */
  public Set<InetAddress> ipv4Addresses() {
    return sites.stream().map(Site::ipv4).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Every advertised address, of both families, hosts abroad too. */
  public Set<InetAddress> addresses() {
    return Stream.concat(
            sites.stream().flatMap(site -> site.addresses().stream()),
            ForeignHost.ALL.stream().flatMap(ForeignHost::addresses))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The advertised addresses of a host, IPv4 first; none where it is not of this world. */
  public List<InetAddress> addressesOf(DomainName host) {
    Optional<Site> site = site(host);
    return site.isPresent()
        ? List.copyOf(site.get().addresses())
        : ForeignHost.ALL.stream()
            .filter(foreign -> foreign.host().equals(host))
            .flatMap(ForeignHost::addresses)
            .toList();
  }

  /** Where an advertised endpoint is really bound; empty where nothing listens there. */
  public Optional<Endpoint> route(Endpoint advertised) {
    return Optional.ofNullable(routes.get(advertised));
  }

  /** The same for datagrams: HTTP/3 and DNS. */
  public Optional<Endpoint> routeDatagrams(Endpoint advertised) {
    return Optional.ofNullable(datagramRoutes.get(advertised));
  }

  /** The same world with these routes of streams too; one that is there already is replaced. */
  public World withRoutes(Map<Endpoint, Endpoint> more) {
    return new World(sites, merged(routes, more), datagramRoutes);
  }

  /** The same world with these routes of datagrams too; one that is there already is replaced. */
  public World withDatagramRoutes(Map<Endpoint, Endpoint> more) {
    return new World(sites, routes, merged(datagramRoutes, more));
  }

  private static Map<Endpoint, Endpoint> merged(
      Map<Endpoint, Endpoint> some, Map<Endpoint, Endpoint> more) {
    Map<Endpoint, Endpoint> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
