package nadzor.story.profile;

import java.util.List;
import java.util.Locale;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Action;
import nadzor.censor.Aim;
import nadzor.files.Node;
import nadzor.flow.Sighting;

/** Reads what a line is aimed at: the register, names of its own, or anything. */
final class AimReader {
  private static final String EVERY_PORT = "*:0-65535";

  private final Reason reason;

  AimReader(String profile, int number) {
    reason = new Reason.OfProfile(profile, number);
  }

  Aim read(Node line, Sighting.Kind on, Action action) {
    boolean listed = line.find("measure").isPresent();
    boolean own = line.find("names").isPresent();
    boolean any = line.flag("any-name", false);
    if ((listed ? 1 : 0) + (own ? 1 : 0) + (any ? 1 : 0) != 1) {
      throw line.wrong(
          "a line with " + words(listed, own, any),
          "one of measure (what the register lists), names (of its own) and any-name");
    }
    if (!listed && line.find("by").isPresent()) {
      throw line.wrong("by without a measure", "by only where the register's list is meant");
    }
    Measure measure = LineReader.measure(line, action);
    if (own) {
      return own(line, measure);
    }
    return any
        ? Aim.Anything.of(new Rule(Matcher.of(EVERY_PORT), measure, reason))
        : new Aim.Listed(measure, by(line, on));
  }

  private static String words(boolean listed, boolean own, boolean any) {
    String words = (listed ? " measure" : "") + (own ? " names" : "") + (any ? " any-name" : "");
    return words.isEmpty() ? "no aim" : words.strip();
  }

  private Aim own(Node line, Measure measure) {
    List<Rule> rules =
        line.items("names").stream()
            .map(node -> node.as(Matcher::of, "a name, mask or address"))
            .map(matcher -> new Rule(matcher, measure, reason))
            .toList();
    return new Aim.Own(Blocklist.compile(0, rules), measure);
  }

  private static Aim.By by(Node line, Sighting.Kind on) {
    String usual = on == Sighting.Kind.CONNECTION ? "address" : "name";
    String word = line.text("by", usual);
    return Aim.By.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
