package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;

/**
 * Random lists of every kind of rule, and random deltas, against the plainest model: a set of
 * rules, asked one by one.
 */
class ModelTest {
  private static final List<String> SPREAD = List.of("", ".", "*.");
  private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/a/b?c", "/ab", "/b");
  private static final List<String> PORTS = List.of("", "", ":443", ":1-600", ":853");

  private final Random random = new Random(20210310);

  @Test
  void agreesWithAModel() {
    Set<Rule> model = new HashSet<>();
    Blocklist list = Blocklist.EMPTY;
    for (int round = 1; round <= 60; round++) {
      Set<Rule> removed =
          model.stream().filter(rule -> random.nextInt(4) == 0).collect(Collectors.toSet());
      Set<Rule> added = new HashSet<>();
      int fresh = round % 20 == 0 ? 12_000 : 60;
      IntStream.range(0, fresh).forEach(i -> added.add(rule()));
      model.removeAll(removed);
      model.addAll(added);
      list = list.next(round, added, removed);
      same(model, list);
      if (round % 10 == 0) {
        same(model, Blocklist.compile(round, model));
      }
    }
  }

  private void same(Set<Rule> model, Blocklist list) {
    assertEquals(model.size(), list.size());
    assertEquals(model, new HashSet<>(list.rules()));
    assertEquals(Blocklist.compile(1, model).contentHash(), list.contentHash());
    for (int i = 0; i < 60; i++) {
      askName(model, list, name());
      askAddress(model, list, address(), List.of(443, 853, 700).get(random.nextInt(3)));
      askUrl(model, list, name(), PATHS.get(random.nextInt(PATHS.size())));
    }
  }

  private static void askName(Set<Rule> model, Blocklist list, String name) {
    NameView seen = NameView.of(name);
    Set<Rule> expected = asked(model, matcher -> holdsName(matcher, name));
    Set<Rule> exactly = asked(model, matcher -> isName(matcher, name));
    assertEquals(expected, set(list.find(seen)), name);
    assertEquals(bits(expected), list.orders(seen), name);
    assertEquals(exactly, set(list.findExact(seen)), name);
    assertEquals(bits(exactly), list.ordersExactly(seen), name);
  }

  private static void askAddress(Set<Rule> model, Blocklist list, String literal, int port) {
    InetAddress address = Addresses.parse(literal);
    Set<Rule> expected = asked(model, matcher -> holdsAddress(matcher, address, port));
    assertEquals(expected, set(list.find(address, port)), literal);
    assertEquals(bits(expected), list.orders(address, port), literal);
  }

  private static void askUrl(Set<Rule> model, Blocklist list, String host, String target) {
    Set<Rule> expected = asked(model, matcher -> holdsUrl(matcher, host + target));
    assertEquals(expected, set(list.findUrl(NameView.of(host), target)), host + target);
  }

  private static Set<Rule> asked(Set<Rule> model, Predicate<Matcher> holds) {
    return model.stream().filter(rule -> holds.test(rule.matcher())).collect(Collectors.toSet());
  }

  private static Set<Rule> set(Match match) {
    Set<Rule> rules = Set.copyOf(match.rules());
    assertEquals(rules.size(), match.rules().size(), "each once");
    return rules;
  }

  private static int bits(Set<Rule> rules) {
    return rules.stream().mapToInt(rule -> rule.measure().bit()).reduce(0, (a, b) -> a | b);
  }

  private static boolean isName(Matcher matcher, String name) {
    String written = matcher.toString();
    return matcher instanceof NameMatcher && (written.equals(name) || written.equals("." + name));
  }

  private static boolean holdsName(Matcher matcher, String name) {
    String written = matcher.toString();
    if (matcher instanceof NameMatcher) {
      boolean below = written.startsWith("*.") && name.endsWith(written.substring(1));
      boolean under = written.startsWith(".") && name.endsWith(written);
      return isName(matcher, name) || below || under;
    }
    return matcher instanceof TextMatcher
        && name.matches(written.replace(".", "\\.").replace("*", ".*"));
  }

  private static boolean holdsAddress(Matcher matcher, InetAddress address, int port) {
    return matcher instanceof AddressMatcher about
        && about.range().map(range -> range.contains(address)).orElse(true)
        && port >= about.ports().from()
        && port <= about.ports().to();
  }

  private static boolean holdsUrl(Matcher matcher, String url) {
    String written = matcher.toString().replace("http://", "");
    boolean prefix = written.endsWith("*");
    return matcher instanceof UrlMatcher
        && (prefix
            ? url.startsWith(written.substring(0, written.length() - 1))
            : url.equals(written));
  }

  private Rule rule() {
    Measure measure = random.nextBoolean() ? Measure.BLOCK : Measure.THROTTLE;
    return Lists.rule(matcher(), measure, random.nextInt(3));
  }

  private String matcher() {
    return switch (random.nextInt(4)) {
      case 0 -> SPREAD.get(random.nextInt(3)) + name();
      case 1 -> mask();
      case 2 -> range();
      default ->
          "http://" + name() + PATHS.get(random.nextInt(6)) + (random.nextBoolean() ? "*" : "");
    };
  }

  private String name() {
    List<String> labels = new ArrayList<>();
    IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> labels.add("n" + random.nextInt(9)));
    return String.join(".", labels) + ".test";
  }

  /** A piece of a name, of every length from one octet to all of it. */
  private String mask() {
    String name = name();
    int from = random.nextInt(name.length());
    String piece = name.substring(from, from + 1 + random.nextInt(name.length() - from));
    boolean dotted = piece.startsWith(".");
    return switch (random.nextInt(3)) {
      case 0 -> "*" + piece + "*";
      case 1 -> (dotted ? "*x" : "*") + piece;
      default -> piece + "*";
    };
  }

  private String address() {
    return random.nextBoolean()
        ? "192.0." + random.nextInt(4) + "." + random.nextInt(8)
        : "2001:db8:" + random.nextInt(4) + "::" + random.nextInt(8);
  }

  private String range() {
    String address = address();
    boolean four = address.indexOf('.') > 0;
    int shorter = random.nextInt(4) * random.nextInt(12);
    int prefix = (four ? 32 : 128) - Math.min(shorter * (four ? 1 : 4), four ? 32 : 128);
    String ports = PORTS.get(random.nextInt(PORTS.size()));
    if (random.nextInt(40) == 0 && !ports.isEmpty()) {
      return "*" + ports;
    }
    String range = AddressRange.of(address + "/" + prefix).toString();
    return (four || ports.isEmpty() ? range : "[" + range + "]") + ports;
  }
}
