package nadzor.blocklist.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.Rule;
import nadzor.blocklist.TextMatcher;
import nadzor.blocklist.UrlMatcher;
import nadzor.flow.AddressRange;
import nadzor.flow.NameView;

/**
 * Entries that another one holds already, by a parent domain, a mask, a wider range or a shorter
 * URL: when one of both is lifted, the other goes on.
 */
final class CoveredCheck implements Check {
  private final Blocklist list;
  private final NameView sister = new NameView();

  CoveredCheck(Blocklist list) {
    this.list = list;
  }

  @Override
  public String name() {
    return "covered";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    if (rules.size() == 1) {
      covering(rules.get(0)).ifPresent(by -> to.accept(finding(rules.get(0), by)));
      return;
    }
    Map<Rule, Optional<Rule>> known = new HashMap<>();
    for (Rule rule : rules) {
      Rule order = new Rule(rule.matcher(), rule.measure(), rules.get(0).reason());
      known.computeIfAbsent(order, this::covering).ifPresent(by -> to.accept(finding(rule, by)));
    }
  }

  /**
   * Every rule that holds what this matcher is about: what holds a name from above holds all below
   * it too.
   */
  private List<Rule> asked(Matcher matcher) {
    if (matcher instanceof NameMatcher about) {
      NameView name = NameView.of(about.name());
      return isAlone(name) ? List.of() : list.find(name).rules();
    }
    if (matcher instanceof AddressMatcher about && about.range().isPresent()) {
      return list.find(about.range().get().base(), about.ports().from()).rules();
    }
    if (matcher instanceof UrlMatcher about) {
      NameView host = NameView.of(about.host());
      return list.find(host).plus(list.findUrl(host, about.port(), about.path())).rules();
    }
    return List.of();
  }

  /**
   * Nothing above it reaches it, and no mask can: most names are so, and need no more. Asked by a
   * sister that no list can name.
   */
  private boolean isAlone(NameView name) {
    int dot = 0;
    while (dot < name.length() && name.at(dot) != '.') {
      dot++;
    }
    sister.clear();
    boolean fits = sister.append((byte) '!');
    for (int i = dot; i < name.length(); i++) {
      fits &= sister.append(name.at(i));
    }
    return fits && !list.hasMasks() && list.orders(sister) == 0;
  }

  private Optional<Rule> covering(Rule rule) {
    return asked(rule.matcher()).stream()
        .filter(other -> other.measure() == rule.measure())
        .filter(other -> covers(other.matcher(), rule.matcher()))
        .findFirst();
  }

  /** Whether the one, which holds what the other is about, holds all that the other holds. */
  private static boolean covers(Matcher one, Matcher other) {
    if (other instanceof NameMatcher name) {
      return coversName(one, name);
    }
    if (other instanceof AddressMatcher range) {
      return one instanceof AddressMatcher wider && isWider(wider, range);
    }
    return other instanceof UrlMatcher url && coversUrl(one, url);
  }

  private static boolean coversName(Matcher one, NameMatcher other) {
    if (one instanceof NameMatcher name) {
      boolean above = !name.name().equals(other.name()) && other.name().isWithin(name.name());
      return above && name.scope() != NameMatcher.Scope.EXACT;
    }
    boolean exact = other.scope() == NameMatcher.Scope.EXACT;
    return one instanceof TextMatcher mask && (exact || mask.place() != TextMatcher.Place.START);
  }

  private static boolean isWider(AddressMatcher wider, AddressMatcher range) {
    boolean ports =
        wider.ports().from() <= range.ports().from() && wider.ports().to() >= range.ports().to();
    int prefix = wider.range().map(AddressRange::prefix).orElse(-1);
    return ports && !wider.equals(range) && prefix <= range.range().orElseThrow().prefix();
  }

  private static boolean coversUrl(Matcher one, UrlMatcher other) {
    return one instanceof UrlMatcher url
        ? url.prefix() && !url.equals(other)
        : one instanceof TextMatcher || one instanceof NameMatcher;
  }

  private Finding finding(Rule rule, Rule by) {
    return new Finding(
        name(),
        Severity.NOTE,
        rule,
        "held already by " + by,
        1,
        "take it out, or know that lifting one of both changes nothing");
  }
}
