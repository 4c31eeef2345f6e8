package nadzor.story.profile;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nadzor.censor.Action;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Alert;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Close;
import nadzor.censor.action.Delay;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Hijack;
import nadzor.censor.action.Pass;
import nadzor.censor.action.Race;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Refuse;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Silence;
import nadzor.censor.action.StripEch;
import nadzor.censor.action.Truncate;
import nadzor.files.Node;
import nadzor.flow.Addresses;

/** Reads an action: a word alone, or a word with its parameters. */
final class ActionReader {
  private static final int DEFAULT_TTL_SECONDS = 5;
  private static final int UNRECOGNIZED_NAME = 112;
  private static final Map<String, Integer> RCODES =
      Map.of("nodata", 0, "servfail", 2, "nxdomain", 3, "refused", 5);
  private static final Map<String, Action> WORDS =
      Map.of(
          "refuse", new Refuse(),
          "close", new Close(),
          "truncate", new Truncate(),
          "strip-ech", new StripEch(),
          "silence", new Silence(0),
          "alert", new Alert(UNRECOGNIZED_NAME),
          "hijack", new Hijack(),
          "pass", new Pass());
  private static final Map<String, Function<Node, Action>> READERS = readers();

  private ActionReader() {}

  static Action read(Node node) {
    if (!node.isObject()) {
      Action word = WORDS.get(node.text());
      if (word == null) {
        throw node.wrong("action '" + node.text() + "'", "a parameter or more behind it");
      }
      return word;
    }
    String word = node.keys().findFirst().orElseThrow();
    Function<Node, Action> reader = READERS.get(word);
    if (reader == null) {
      throw node.wrong("action '" + word + "'", "one of " + String.join(", ", READERS.keySet()));
    }
    try {
      return reader.apply(node.get(word));
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "a " + word + " that is possible");
    }
  }

  private static Map<String, Function<Node, Action>> readers() {
    Map<String, Function<Node, Action>> all = new TreeMap<>();
    all.put("alert", node -> new Alert(node.integer("description", UNRECOGNIZED_NAME)));
    all.put("block-page", ActionReader::blockPage);
    all.put("close", node -> new Close(GraceReader.read(node)));
    all.put("delay", ActionReader::delay);
    all.put("forge", ActionReader::forge);
    all.put("race", ActionReader::race);
    all.put("rcode", node -> new Rcode(node.text(), RCODES.getOrDefault(node.text(), 0)));
    all.put("reset", ActionReader::reset);
    all.put("silence", node -> new Silence(GraceReader.read(node)));
    all.put("throttle", ThrottleReader::read);
    return all;
  }

  private static Action forge(Node node) {
    return new Forge(
        node.get("to").items().stream()
            .map(item -> item.as(Addresses::parse, "an address"))
            .toList(),
        node.integer("ttl", DEFAULT_TTL_SECONDS),
        node.flag("draw", false));
  }

  private static Action reset(Node node) {
    Reset.Towards towards =
        switch (node.text("towards")) {
          case "server" -> Reset.Towards.SERVER;
          case "both" -> Reset.Towards.BOTH;
          default -> Reset.Towards.CLIENT;
        };
    return new Reset(towards, node.flag("on-answer", false), GraceReader.read(node));
  }

  private static Action blockPage(Node node) {
    return new BlockPage(
        node.integer("status", 200), node.text("blocked-by", ""), node.text("location", ""));
  }

  private static Action delay(Node node) {
    return new Delay(node.get("by").duration(), node.find("then").map(ActionReader::dns));
  }

  private static Action race(Node node) {
    return new Race(dns(node.get("forged")), node.get("gap").duration());
  }

  private static DnsAction dns(Node node) {
    if (read(node) instanceof DnsAction action) {
      return action;
    }
    throw node.wrong("an action on streams", "one on DNS questions, such as forge or rcode");
  }
}
