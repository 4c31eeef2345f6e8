package nadzor.blocklist;

import java.util.Arrays;
import java.util.List;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;

/** Lists of a few blocking rules, and what they say. */
final class Lists {
  private Lists() {}

  static Rule rule(String matcher, Measure measure, int line) {
    return new Rule(Matcher.of(matcher), measure, new Reason.OfList("list.txt", line));
  }

  static Rule block(String matcher) {
    return rule(matcher, Measure.BLOCK, 1);
  }

  static Rule throttle(String matcher) {
    return rule(matcher, Measure.THROTTLE, 1);
  }

  static Blocklist of(String... matchers) {
    List<Rule> rules = Arrays.stream(matchers).map(Lists::block).toList();
    return Blocklist.compile(1, rules);
  }

  static Match name(Blocklist list, String seen) {
    return list.find(NameView.of(seen));
  }

  static Match address(Blocklist list, String literal, int port) {
    return list.find(Addresses.parse(literal), port);
  }

  static Match url(Blocklist list, String host, String target) {
    return list.findUrl(NameView.of(host), target);
  }
}
