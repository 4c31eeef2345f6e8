package nadzor.blocklist.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.blocklist.TextMatcher;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;

/**
 * Masks that hit popular names in which their text is only a piece: in March 2021 {@code *t.co*}
 * slowed down reddit.com and microsoft.com (Censored Planet, "Throttling of Twitter in Russia").
 * Every popular name is asked of the list once, whatever the number of masks.
 */
final class MaskCheck implements Check {
  private static final int SHORT = 4;

  private final Map<Rule, List<DomainName>> pieces = new HashMap<>();

  MaskCheck(Blocklist list, PopularNames popular) {
    for (DomainName name : popular.names()) {
      for (Rule rule : list.find(NameView.of(name)).rules()) {
        if (rule.matcher() instanceof TextMatcher mask && !isMeant(mask, name.text())) {
          pieces.computeIfAbsent(rule, r -> new ArrayList<>(1)).add(name);
        }
      }
    }
  }

  /** Whether the text is the name, or one above it. */
  private static boolean isMeant(TextMatcher mask, String name) {
    String text = mask.text().startsWith(".") ? mask.text().substring(1) : mask.text();
    return name.equals(text) || name.endsWith("." + text);
  }

  @Override
  public String name() {
    return "mask";
  }

  @Override
  public void look(List<Rule> rules, Consumer<Finding> to) {
    for (Rule rule : rules) {
      if (rule.matcher() instanceof TextMatcher mask) {
        look(rule, mask, to);
      }
    }
  }

  private void look(Rule rule, TextMatcher mask, Consumer<Finding> to) {
    List<DomainName> hit = pieces.getOrDefault(rule, List.of());
    if (!hit.isEmpty()) {
      String why = "its text is a piece of " + Names.some(hit);
      to.accept(finding(Severity.ERROR, rule, why, hit.size()));
    } else if (mask.text().length() <= SHORT) {
      String why = "a text of " + mask.text().length() + " octets stands in many names";
      to.accept(finding(Severity.WARNING, rule, why, 0));
    }
  }

  private Finding finding(Severity severity, Rule rule, String why, int hits) {
    String fix = "list the names themselves: .name means a name and those below it";
    return new Finding(name(), severity, rule, why, hits, fix);
  }
}
