package nadzor.blocklist.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;

/**
 * Names that look like a popular one or are one slip of the finger away: either a slip in the list,
 * or somebody's trap that must not be taken for the real one. A name costs what it is long.
 */
final class LookAlikeCheck implements Check {
  /** Shorter names differ by one letter from many. */
  private static final int LONG_ENOUGH = 8;

  private final Set<String> popular = new HashSet<>();
  private final Map<String, String> skeletons = new HashMap<>();
  private final Shortened shortened = new Shortened();

  LookAlikeCheck(PopularNames names) {
    for (DomainName name : names.names()) {
      String text = name.text();
      popular.add(text);
      skeletons.putIfAbsent(Skeleton.of(text), text);
      if (text.length() >= LONG_ENOUGH) {
        shortened.add(text);
      }
    }
  }

  @Override
  public String name() {
    return "look-alike";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    if (rules.get(0).matcher() instanceof NameMatcher about) {
      Optional<String> found = likeness(about.name().text());
      found.ifPresent(real -> rules.forEach(rule -> to.accept(finding(rule, real))));
    }
  }

  /** Of the last two or three labels of a name. */
  private Optional<String> likeness(String name) {
    int last = name.lastIndexOf('.');
    int second = last < 1 ? -1 : name.lastIndexOf('.', last - 1);
    int third = second < 1 ? -1 : name.lastIndexOf('.', second - 1);
    if (last < 0) {
      return Optional.empty();
    }
    Optional<String> two = of(name.substring(second + 1));
    return two.isPresent() || second < 0 ? two : of(name.substring(third + 1));
  }

  private Optional<String> of(String name) {
    if (popular.contains(name)) {
      return Optional.empty();
    }
    Optional<String> alike = Optional.ofNullable(skeletons.get(Skeleton.of(name)));
    return alike.isPresent() || name.length() < LONG_ENOUGH - 1 ? alike : shortened.near(name);
  }

  private Finding finding(Rule rule, String real) {
    return new Finding(
        name(),
        Severity.WARNING,
        rule,
        "it looks like " + real + " and is another name",
        1,
        "see which of both is meant");
  }
}
