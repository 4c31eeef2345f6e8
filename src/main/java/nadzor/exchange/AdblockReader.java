package nadzor.exchange;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import nadzor.blocklist.Matcher;
import nadzor.flow.Addresses;

/**
 * Filter rules of ad blockers as far as DNS goes (AdGuard, "DNS filtering rules syntax"): {@code
 * ||name^} the name and all below, {@code |name^} the name, {@code @@} an exception, modifiers
 * after a dollar sign. What cannot be kept is told, and not widened. A rule that another one
 * overrides is left out, and told: one of the same list, or of those that it is read together with.
 * So each list is read twice, the first time to learn these others.
 */
final class AdblockReader implements LineFormat {
  private static final Splitter COMMAS = Splitter.on(',').trimResults();
  private static final Pattern IMPORTANT = Pattern.compile("(.*,)?\\s*important\\s*(,.*)?");
  private static final HostsReader HOSTS = new HostsReader();
  private static final String[] COSMETIC = {"##", "#@#", "#?#", "#@?#", "#$#", "#%#", "$$", "$@$"};

  private final AdblockOrder order;
  private final boolean learning;

  private AdblockReader(AdblockOrder order, boolean learning) {
    this.order = order;
    this.learning = learning;
  }

  /** Reads a list by itself. */
  static void read(InputStream source, Intake in) throws IOException {
    AdblockOrder order = new AdblockOrder();
    try (Spool spool = Spool.of(source)) {
      try (InputStream first = spool.open()) {
        learn(first, order, in.deaf());
      }
      try (InputStream second = spool.open()) {
        read(second, order, in);
      }
    }
  }

  /** Learns which rules of a list go before others. */
  static void learn(InputStream source, AdblockOrder order, Intake deaf) throws IOException {
    read(new AdblockReader(order, true), source, deaf);
  }

  /** Reads a list that was learned, it and all that it is read together with. */
  static void read(InputStream source, AdblockOrder learned, Intake in) throws IOException {
    read(new AdblockReader(learned, false), source, in);
  }

  private static void read(AdblockReader reader, InputStream source, Intake in) throws IOException {
    LineFormat.read(reader, new LineSource(source, reader.charset()), in);
  }

  @Override
  public void line(String written, Intake in) throws IOException {
    String text = written.strip();
    if (text.isEmpty() || text.startsWith("!") || text.startsWith("[")) {
      return;
    }
    for (String mark : COSMETIC) {
      if (text.contains(mark)) {
        in.drop(Loss.COSMETIC, text.indexOf(mark) + 1, text, "what a page looks like");
        return;
      }
    }
    if (text.startsWith("#")) {
      return;
    }
    int blank = CharMatcher.whitespace().indexIn(text);
    if (blank > 0 && Addresses.isLiteral(text.substring(0, blank))) {
      HOSTS.line(written, in, (what, said) -> item(what, new Ranked(said, 0, text), in));
      return;
    }
    rule(text, in);
  }

  private void rule(String text, Intake in) throws IOException {
    boolean exception = text.startsWith("@@");
    String rest = exception ? text.substring(2) : text;
    boolean pattern = rest.startsWith("/") && rest.lastIndexOf('/') > 0;
    if (pattern) {
      in.drop(Loss.PATTERN, 1, text, "a regular expression");
      return;
    }
    int dollar = rest.lastIndexOf('$');
    Optional<Prescription> said =
        modifiers(dollar < 0 ? "" : rest.substring(dollar + 1), exception, text, in);
    if (said.isPresent()) {
      String name = dollar < 0 ? rest : rest.substring(0, dollar);
      boolean important = IMPORTANT.matcher(rest.substring(dollar + 1)).matches() && dollar >= 0;
      Ranked ranked = new Ranked(said.get(), AdblockOrder.rank(exception, important), text);
      name(name, exception ? 3 : 1, ranked, in);
    }
  }

  /** What the modifiers prescribe; empty where the rule cannot be kept for them. */
  private static Optional<Prescription> modifiers(
      String list, boolean exception, String text, Intake in) throws IOException {
    Prescription said = exception ? Prescription.of(Act.PASS) : Prescription.LISTED;
    for (String modifier : COMMAS.omitEmptyStrings().split(list)) {
      if (modifier.equals("important")) {
        continue;
      }
      if (modifier.startsWith("dnsrewrite=") && !exception) {
        Optional<Prescription> rewritten = AdblockRewrite.read(modifier.substring(11));
        if (rewritten.isEmpty()) {
          in.refuseValue(Fault.VALUE, 1, modifier, "dnsrewrite= with an address, name or code");
          return Optional.empty();
        }
        said = rewritten.get();
      } else {
        in.drop(Loss.MODIFIER, 1, text, "it holds only for '" + modifier + "'");
        return Optional.empty();
      }
    }
    return Optional.of(said);
  }

  /** What a rule prescribes, and how strong it is. */
  private record Ranked(Prescription prescription, int rank, String text) {}

  private void name(String pattern, int column, Ranked ranked, Intake in) throws IOException {
    String text = ranked.text();
    int start = pattern.startsWith("||") ? 2 : pattern.startsWith("|") ? 1 : 0;
    String body = pattern.substring(start).replaceFirst("[|]$", "");
    boolean ends = body.endsWith("^");
    String name = ends ? body.substring(0, body.length() - 1) : body;
    if (CharMatcher.anyOf("/?:^|=").matchesAnyOf(name) && !Addresses.isLiteral(name)) {
      in.drop(Loss.URLS, column, text, "a part of a URL, which DNS does not show");
      return;
    }
    if (!Naming.isClean(name) && name.indexOf('*', 1) >= 0 && !name.matches("\\*[^*]+\\*")) {
      in.drop(Loss.TEXT_MASK, column, text, "a star within a name");
      return;
    }
    Optional<Matcher> what = Naming.matcher(scoped(start, ends, name), column + start, false, in);
    if (what.isPresent()) {
      item(what.get(), ranked, in);
    }
  }

  private void item(Matcher what, Ranked ranked, Intake in) throws IOException {
    if (learning) {
      order.add(what, ranked.rank(), in.spot(1), ranked.text());
      return;
    }
    Optional<AdblockOrder.Strong> over = order.over(what, ranked.rank());
    if (over.isPresent()) {
      String why = over.get().named(in.spot(1).file()) + " overrides it";
      in.drop(Loss.OVERRIDDEN, 1, ranked.text(), why);
      return;
    }
    if (ranked.rank() > 1 && !order.keeps(what)) {
      in.reduce(Loss.MODIFIER, 1, ranked.text(), "that it goes before exceptions");
    }
    in.item(what, ranked.prescription());
  }

  /** {@code ||name^} with all below, {@code name^} whatever ends so, else the name. */
  private static String scoped(int start, boolean ends, String name) {
    boolean plain = !name.startsWith("*") && !Addresses.isLiteral(name);
    if (!plain || start == 1) {
      return name;
    }
    return start == 2 ? "." + name : ends ? "*" + name : name;
  }
}
