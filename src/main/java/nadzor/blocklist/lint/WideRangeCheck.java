package nadzor.blocklist.lint;

import java.net.Inet4Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.flow.AddressRange;

/**
 * Very wide ranges, and those that hold networks of several owners. Every known network is asked
 * once. In April 2018 some 16 million addresses were listed to reach one messenger (Ramesh et al.,
 * "Decentralized Control", NDSS 2020).
 */
final class WideRangeCheck implements Check {
  private static final int ANY_PORT_WEB = 443;
  private static final int WIDE_4 = 20;
  private static final int WIDE_6 = 40;
  private static final int VERY_WIDE_4 = 14;
  private static final int VERY_WIDE_6 = 28;

  private final Map<Rule, Set<String>> owners = new HashMap<>();

  WideRangeCheck(Blocklist list, List<KnownNetwork> networks) {
    for (KnownNetwork network : networks) {
      for (Rule rule : list.find(network.range().base(), ANY_PORT_WEB).rules()) {
        if (rule.matcher() instanceof AddressMatcher about
            && about.range().map(r -> r.prefix() <= network.range().prefix()).orElse(true)) {
          owners.computeIfAbsent(rule, r -> new TreeSet<>()).add(network.owner());
        }
      }
    }
  }

  @Override
  public String name() {
    return "wide-range";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    for (Rule rule : rules) {
      if (rule.matcher() instanceof AddressMatcher about) {
        look(rule, about.range(), List.copyOf(owners.getOrDefault(rule, Set.of())), to);
      }
    }
  }

  private void look(
      Rule rule, Optional<AddressRange> range, List<String> held, Consumer<Finding> to) {
    if (held.size() > 1) {
      String why = "it holds networks of " + Names.some(held);
      to.accept(finding(Severity.ERROR, rule, why, held.size()));
    } else if (range.isEmpty()) {
      to.accept(finding(Severity.WARNING, rule, "it holds every address there is", 0));
    } else if (isWide(range.get(), WIDE_4, WIDE_6)) {
      boolean very = isWide(range.get(), VERY_WIDE_4, VERY_WIDE_6);
      String why = "a prefix of /" + range.get().prefix() + " holds " + many(range.get());
      to.accept(finding(very ? Severity.ERROR : Severity.WARNING, rule, why, 0));
    }
  }

  private static boolean isWide(AddressRange range, int four, int six) {
    return range.prefix() < (range.base() instanceof Inet4Address ? four : six);
  }

  private static String many(AddressRange range) {
    return range.base() instanceof Inet4Address
        ? (1L << (Integer.SIZE - range.prefix())) + " addresses"
        : "2^" + (2 * Long.SIZE - range.prefix()) + " addresses";
  }

  private Finding finding(Severity severity, Rule rule, String why, int hits) {
    return new Finding(
        name(), severity, rule, why, hits, "list the prefixes or addresses that are meant");
  }
}
