package nadzor.story;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nadzor.blocklist.Measure;
import nadzor.censor.Action;
import nadzor.censor.BlockPage;
import nadzor.censor.Forge;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.Rate;
import nadzor.censor.Rcode;
import nadzor.censor.Reset;
import nadzor.censor.Residual;
import nadzor.censor.Silence;
import nadzor.censor.Throttle;
import nadzor.files.BadFile;
import nadzor.files.Document;
import nadzor.files.Node;
import nadzor.files.Schema;
import nadzor.flow.Addresses;
import nadzor.flow.Sighting;

/** Reads profile files. Thread-safe. */
public final class ProfileReader {
  private static final int DEFAULT_TTL_SECONDS = 5;
  private static final Map<String, Integer> RCODES =
      Map.of("nodata", 0, "servfail", 2, "nxdomain", 3, "refused", 5);
  private static final Map<String, Function<Node, Action>> ACTIONS =
      Map.of(
          "forge",
          ProfileReader::forge,
          "rcode",
          node -> new Rcode(node.text(), RCODES.getOrDefault(node.text(), 0)),
          "silence",
          node -> new Silence(node.integer("after", 0)),
          "reset",
          node -> new Reset(towards(node)),
          "block-page",
          ProfileReader::blockPage,
          "throttle",
          ProfileReader::throttle);

  private final Schema schema = Schema.named("profile");

  /**
   * Reads one file.
   *
   * @throws BadFile if it is none, or contradicts itself
   */
  public Profile read(Path file) {
    return profile(Document.read(file, schema));
  }

  /** As {@link #read}, from text. */
  public Profile parse(String file, String text) {
    return profile(Document.parse(file, text, schema));
  }

  private static Profile profile(Node root) {
    List<ProfileRule> rules = new ArrayList<>();
    for (Node line : root.items("enforce")) {
      ProfileRule rule = rule(line);
      rules.stream()
          .filter(earlier -> earlier.on() == rule.on() && earlier.measure() == rule.measure())
          .findAny()
          .ifPresent(
              earlier -> {
                throw line.wrong(
                    "a second line for " + rule.on().word() + " and " + rule.measure().word(),
                    "one line for each pair: the first match wins");
              });
      rules.add(rule);
    }
    String reassembly = root.text("reassembly", "none").toUpperCase(Locale.ROOT);
    return new Profile(
        root.text("profile"),
        root.text("about"),
        root.texts("source"),
        Profile.Reassembly.valueOf(reassembly),
        root.integer("extended-error", Profile.CENSORED),
        rules);
  }

  private static ProfileRule rule(Node line) {
    Sighting.Kind on = kind(line.text("on"));
    Measure measure = Measure.valueOf(line.text("measure").toUpperCase(Locale.ROOT));
    Node action = line.get("action");
    try {
      return new ProfileRule(
          on, measure, action(action), line.find("residual").map(ProfileReader::residual));
    } catch (IllegalArgumentException e) {
      throw action.wrong(String.valueOf(e.getMessage()), "an action that fits its line");
    }
  }

  private static Sighting.Kind kind(String word) {
    for (Sighting.Kind kind : Sighting.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private static Action action(Node node) {
    String word = node.keys().findFirst().orElseThrow();
    Function<Node, Action> reader = ACTIONS.get(word);
    if (reader == null) {
      throw node.wrong("action '" + word + "'", "one of " + String.join(", ", ACTIONS.keySet()));
    }
    return reader.apply(node.get(word));
  }

  private static Action forge(Node node) {
    Node to = node.get("to");
    List<InetAddress> addresses =
        to.items().stream().map(item -> item.as(Addresses::parse, "an address")).toList();
    return new Forge(addresses, node.integer("ttl", DEFAULT_TTL_SECONDS));
  }

  private static Reset.Towards towards(Node node) {
    return Reset.Towards.valueOf(node.text("towards").toUpperCase(Locale.ROOT));
  }

  private static Action blockPage(Node node) {
    return new BlockPage(node.integer("status", 200), node.text("blocked-by", ""));
  }

  private static Action throttle(Node node) {
    double rate = node.get("rate").rate();
    boolean policing = node.flag("policing", true);
    Rate usual = policing ? Rate.policing(rate) : Rate.shaping(rate);
    return new Throttle(new Rate(rate, node.integer("bucket", usual.bucketBytes()), policing));
  }

  private static Residual residual(Node node) {
    for (Residual.Key key : Residual.Key.values()) {
      if (key.word().equals(node.text("key"))) {
        return new Residual(key, node.get("for").duration(), node.flag("renewed", false));
      }
    }
    throw node.wrong(node.text("key"), "4-tuple, 3-tuple or address");
  }
}
