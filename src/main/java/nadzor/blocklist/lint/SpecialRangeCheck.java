package nadzor.blocklist.lint;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Rule;
import nadzor.flow.AddressRange;

/**
 * Ranges that touch addresses of special purpose (RFC 6890 with its registries): nobody's site is
 * there, but a home network, a loopback or a multicast group may be.
 */
final class SpecialRangeCheck implements Check {
  private static final List<KnownNetwork> SPECIAL =
      Stream.of(
              "0.0.0.0/8 this network",
              "10.0.0.0/8 private use",
              "100.64.0.0/10 carrier-grade NAT",
              "127.0.0.0/8 loopback",
              "169.254.0.0/16 link-local",
              "172.16.0.0/12 private use",
              "192.0.0.0/24 protocol assignments",
              "192.0.2.0/24 documentation",
              "192.88.99.0/24 6to4 relays",
              "192.168.0.0/16 private use",
              "198.18.0.0/15 benchmarks",
              "198.51.100.0/24 documentation",
              "203.0.113.0/24 documentation",
              "224.0.0.0/4 multicast",
              "240.0.0.0/4 reserved, with broadcast",
              "::/127 unspecified and loopback",
              "64:ff9b::/96 translation from IPv4",
              "100::/64 discard",
              "2001::/23 protocol assignments",
              "2001:db8::/32 documentation",
              "2002::/16 6to4",
              "fc00::/7 unique local",
              "fe80::/10 link-local",
              "ff00::/8 multicast")
          .map(SpecialRangeCheck::read)
          .toList();

  private static KnownNetwork read(String line) {
    int space = line.indexOf(' ');
    return new KnownNetwork(AddressRange.of(line.substring(0, space)), line.substring(space + 1));
  }

  @Override
  public String name() {
    return "special-range";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    Optional<AddressRange> range =
        rules.get(0).matcher() instanceof AddressMatcher about ? about.range() : Optional.empty();
    if (range.isEmpty()) {
      return;
    }
    Optional<KnownNetwork> touched =
        SPECIAL.stream().filter(special -> touch(special.range(), range.get())).findFirst();
    touched.ifPresent(
        special -> rules.forEach(rule -> to.accept(finding(rule, range.get(), special))));
  }

  private static boolean touch(AddressRange one, AddressRange other) {
    return one.contains(other.base()) || other.contains(one.base());
  }

  private Finding finding(Rule rule, AddressRange range, KnownNetwork special) {
    boolean swallows = range.prefix() < special.range().prefix();
    String verb = swallows ? "it swallows " : "it lies in ";
    return new Finding(
        name(),
        swallows ? Severity.ERROR : Severity.WARNING,
        rule,
        verb + special.range() + ", " + special.owner(),
        0,
        "take the range out, or list the single addresses that are meant");
  }
}
