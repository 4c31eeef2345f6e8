package nadzor.blocklist.lint;

import com.google.common.net.InternetDomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.Rule;
import nadzor.blocklist.TextMatcher;
import nadzor.flow.DomainName;

/**
 * Public suffixes (the Public Suffix List, publicsuffix.org, as Guava has it): whole registries,
 * and domains under which everybody gets one of their own.
 */
final class RegistryCheck implements Check {
  private static final int MOST_LABELS = 5;

  private final Map<String, Integer> popularBelow = new HashMap<>();

  RegistryCheck(PopularNames popular) {
    for (DomainName name : popular.names()) {
      String rest = name.text();
      for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
        rest = rest.substring(dot + 1);
        popularBelow.merge(rest, 1, Integer::sum);
      }
    }
  }

  @Override
  public String name() {
    return "public-suffix";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    String suffix = suffix(rules.get(0));
    if (!suffix.isEmpty() && isPublic(suffix)) {
      rules.forEach(rule -> to.accept(finding(rule, suffix)));
    }
  }

  /** What might be a public suffix, cheaply: most names have too many labels. */
  private static String suffix(Rule rule) {
    if (rule.matcher() instanceof TextMatcher mask) {
      boolean end = mask.place() == TextMatcher.Place.END;
      return end && !mask.text().endsWith(".") ? mask.text() : "";
    }
    if (rule.matcher() instanceof NameMatcher name) {
      String text = name.name().text();
      return text.chars().filter(c -> c == '.').count() < MOST_LABELS ? text : "";
    }
    return "";
  }

  private static boolean isPublic(String suffix) {
    return InternetDomainName.isValid(suffix) && InternetDomainName.from(suffix).isPublicSuffix();
  }

  private Finding finding(Rule rule, String suffix) {
    boolean registry = InternetDomainName.from(suffix).isRegistrySuffix();
    boolean below =
        !(rule.matcher() instanceof NameMatcher name) || name.scope() != NameMatcher.Scope.EXACT;
    Severity severity = below ? Severity.ERROR : Severity.WARNING;
    String what = registry ? "a registry's suffix" : "a suffix under which anybody has a name";
    return new Finding(
        name(),
        severity,
        rule,
        suffix + " is " + what + (below ? ": all names below it are hit" : ""),
        below ? popularBelow.getOrDefault(suffix, 0) : 1,
        "list the names below it that are meant");
  }
}
