package nadzor.story.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.censor.Condition;
import nadzor.censor.condition.At;
import nadzor.censor.condition.Containing;
import nadzor.censor.condition.Datagrams;
import nadzor.censor.condition.Ech;
import nadzor.censor.condition.Esni;
import nadzor.censor.condition.MinLength;
import nadzor.censor.condition.Nameless;
import nadzor.censor.condition.Over;
import nadzor.censor.condition.Port;
import nadzor.censor.condition.QueryType;
import nadzor.censor.condition.Sent;
import nadzor.censor.condition.SourcePortAbove;
import nadzor.censor.condition.Version;
import nadzor.files.Node;
import nadzor.flow.Direction;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import org.xbill.DNS.Type;

/** Reads the conditions of a line, each by its own key. */
final class ConditionReader {
  private static final Map<String, Function<Node, Condition>> READERS = readers();

  private ConditionReader() {}

  static List<Condition> read(Node line) {
    List<Condition> conditions = new ArrayList<>();
    READERS.forEach(
        (key, reader) -> line.find(key).ifPresent(node -> conditions.add(reader.apply(node))));
    return conditions;
  }

  private static Map<String, Function<Node, Condition>> readers() {
    Map<String, Function<Node, Condition>> all = new LinkedHashMap<>();
    all.put("at", node -> new At(Place.valueOf(node.text().toUpperCase(Locale.ROOT))));
    all.put("over", node -> new Over(set(node, ConditionReader::way)));
    all.put("type", node -> new QueryType(set(node, ConditionReader::type)));
    all.put("port", node -> new Port(each(node).map(ConditionReader::port).toList()));
    all.put("datagrams", node -> new Datagrams(flag(node)));
    all.put("ech", node -> new Ech(flag(node)));
    all.put("esni", node -> new Esni(flag(node)));
    all.put("nameless", node -> new Nameless(flag(node)));
    all.put("direction", node -> new Sent(direction(node)));
    all.put("containing", node -> new Containing(words(node)));
    all.put("version", node -> new Version(set(node, ConditionReader::version)));
    all.put("min-length", node -> new MinLength(number(node)));
    all.put("source-port-above", node -> new SourcePortAbove(flag(node)));
    return all;
  }

  /** A list, or one thing without its brackets. */
  private static Stream<Node> each(Node node) {
    return node.items().isEmpty() ? Stream.of(node) : node.items().stream();
  }

  private static <T> Set<T> set(Node node, Function<Node, T> reader) {
    return each(node).map(reader).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(Node node) {
    return each(node).map(ConditionReader::word).toList();
  }

  private static String word(Node node) {
    if (node.text().isBlank()) {
      throw node.wrong("a blank", "a word: every request would contain a blank");
    }
    return node.text().toLowerCase(Locale.ROOT);
  }

  private static boolean flag(Node node) {
    return node.as(Boolean::parseBoolean, "true or false");
  }

  private static int number(Node node) {
    return node.as(Integer::parseInt, "a number");
  }

  private static Direction direction(Node node) {
    return node.text().equals("server") ? Direction.FROM_SERVER : Direction.FROM_CLIENT;
  }

  private static DnsAsking way(Node node) {
    for (DnsAsking way : DnsAsking.values()) {
      if (way.word().equals(node.text())) {
        return way;
      }
    }
    throw node.wrong("'" + node.text() + "'", "udp, tcp, dot or doh");
  }

  private static int type(Node node) {
    int type = Type.value(node.text(), true);
    if (type < 0) {
      throw node.wrong("'" + node.text() + "'", "a record type such as A, AAAA, HTTPS or TYPE65");
    }
    return type;
  }

  private static int version(Node node) {
    return node.as(ConditionReader::version, "a QUIC version such as 1 or 0x6b3343cf");
  }

  private static int version(String written) {
    long number = Long.decode(written);
    if (number < 0 || number > 0xffff_ffffL) {
      throw new IllegalArgumentException(written);
    }
    return (int) number;
  }

  private static Port.Range port(Node node) {
    return node.as(ConditionReader::range, "a port or a range such as 8000-8999");
  }

  private static Port.Range range(String written) {
    int dash = written.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? written : written.substring(0, dash));
    return new Port.Range(first, dash < 0 ? first : Integer.parseInt(written.substring(dash + 1)));
  }
}
