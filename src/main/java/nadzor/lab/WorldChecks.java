package nadzor.lab;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;

/** Whether sites make a world together. Throws IllegalArgumentException where they do not. Pure. */
final class WorldChecks {
  private final Map<DomainName, Site> byHost = new HashMap<>();
  private final Map<InetAddress, InetAddress> ipv4of = new HashMap<>();
  private final Map<InetAddress, Site> firstAt = new HashMap<>();

  private WorldChecks() {}

  static void check(List<Site> sites) {
    WorldChecks checks = new WorldChecks();
    sites.forEach(checks::alone);
    sites.forEach(checks::references);
    sites.forEach(checks::redirect);
    sites.forEach(checks::naming);
  }

  private void alone(Site site) {
    if (byHost.put(site.host(), site) != null) {
      throw new IllegalArgumentException("world: found " + site.host() + " twice");
    }
    ForeignHost.ALL.forEach(foreign -> apart(site, foreign));
    site.ipv6().ifPresent(ipv6 -> pair(site, ipv6));
    sameAddress(site, firstAt.computeIfAbsent(site.ipv4(), absent -> site));
  }

  private static void apart(Site site, ForeignHost foreign) {
    boolean shared = foreign.addresses().anyMatch(site.addresses()::contains);
    if (shared || foreign.host().equals(site.host())) {
      throw new IllegalArgumentException(
          "site %s: found %s, expected another: the laboratory's own host %s has it"
              .formatted(site.host(), shared ? "that address" : "that name", foreign.host()));
    }
  }

  private void pair(Site site, InetAddress ipv6) {
    InetAddress other = ipv4of.computeIfAbsent(ipv6, absent -> site.ipv4());
    if (!other.equals(site.ipv4())) {
      throw new IllegalArgumentException(
          "ipv6 of %s: found %s, which goes with %s already"
              .formatted(site.host(), ipv6.getHostAddress(), other.getHostAddress()));
    }
  }

  private static void sameAddress(Site site, Site first) {
    String expected = first.options().ofTheAddress();
    if (!site.options().ofTheAddress().equals(expected)) {
      throw new IllegalArgumentException(
          "options of %s: found %s; expected %s, as %s has it at the same address"
              .formatted(site.host(), site.options().ofTheAddress(), expected, first.host()));
    }
  }

  private void references(Site site) {
    for (SiteReference shown : site.shows()) {
      Optional<Site> target = Optional.ofNullable(byHost.get(shown.host()));
      if (target.flatMap(there -> there.object(shown.path())).isEmpty()) {
        throw new IllegalArgumentException(
            "page of %s: found a reference to %s, expected an object of the world"
                .formatted(site.host(), shown.url()));
      }
    }
  }

  private void redirect(Site site) {
    Optional<DomainName> to = site.options().redirect();
    if (to.isPresent() && (!byHost.containsKey(to.get()) || to.get().equals(site.host()))) {
      throw new IllegalArgumentException(
          "redirect of %s: found %s, expected another site of the world"
              .formatted(site.host(), to.get()));
    }
  }

  private void naming(Site site) {
    Naming naming = site.options().naming();
    naming.alias().ifPresent(alias -> sharesAddress("alias", site, alias));
    naming.ech().ifPresent(cover -> sharesAddress("ech", site, cover));
    Optional<Site> end = naming.alias().flatMap(alias -> Optional.ofNullable(byHost.get(alias)));
    if (end.flatMap(there -> there.options().naming().alias()).isPresent()) {
      throw new IllegalArgumentException(
          "alias of %s: found %s, an alias itself, expected the name at the end"
              .formatted(site.host(), end.get().host()));
    }
  }

  /** An alias is served where its end is; a public name is on the certificate of its address. */
  private void sharesAddress(String what, Site site, DomainName other) {
    Optional<Site> there = Optional.ofNullable(byHost.get(other));
    boolean itself = what.equals("alias") && other.equals(site.host());
    if (itself || there.filter(one -> one.addresses().equals(site.addresses())).isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s: found %s, expected %s site of the world with the same addresses"
              .formatted(what, site.host(), other, what.equals("alias") ? "another" : "a"));
    }
  }
}
