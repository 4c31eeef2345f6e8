package nadzor.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.AddressRange;

/**
 * One record of a register while it is read. What of it is ordered follows from its block type:
 * {@code default} or none means its URLs, else its domains, else its addresses; the rest stands
 * beside it. Not thread-safe.
 */
final class RegisterRecord {
  private static final int MOST = 1_000_000;

  private record Value(ResourceKind kind, String text, int line, int column, Optional<String> ts) {}

  private final List<Value> values = new ArrayList<>();
  private final Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);

  void add(ResourceKind kind, String text, int line, int column, Optional<String> ts, Intake in)
      throws IOException {
    if (values.size() >= MOST) {
      throw in.broken(Fault.LIMIT, column, "more than " + MOST + " values in a record", "fewer");
    }
    values.add(new Value(kind, text, line, column, ts));
    kinds.add(kind);
  }

  /** Forgets what was there, for the next record. */
  void clear() {
    values.clear();
    kinds.clear();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Gives its items. */
  void give(RegisterContent content, Ranges ranges, Intake in) throws IOException {
    String block = content.blockType().orElse("default");
    ResourceKind ordered = ordered(block);
    for (Value value : values) {
      in.at(value.line(), value.text());
      boolean same = value.kind() == ordered || (value.kind().isAddress() && ordered.isAddress());
      Act act = same ? Act.LISTED : Act.BESIDE;
      Optional<Target> target = target(value, block, same, ranges, in);
      if (target.isPresent()) {
        in.item(item(target.get(), act, content, value, in));
      }
    }
  }

  private static ListItem item(
      Target target, Act act, RegisterContent content, Value value, Intake in) {
    return new ListItem(
        target, Prescription.of(act), content, in.spot(value.column()), value.ts(), value.text());
  }

  private ResourceKind ordered(String block) {
    return switch (block) {
      case "domain", "domain-mask" -> ResourceKind.DOMAIN;
      case "ip" -> ResourceKind.IP;
      default ->
          kinds.contains(ResourceKind.URL)
              ? ResourceKind.URL
              : kinds.contains(ResourceKind.DOMAIN) ? ResourceKind.DOMAIN : ResourceKind.IP;
    };
  }

  private static Optional<Target> target(
      Value value, String block, boolean ordered, Ranges ranges, Intake in) throws IOException {
    int column = value.column();
    if (value.kind() == ResourceKind.URL) {
      return Locating.url(Mojibake.repaired(value.text(), column, in), column, in).map(url -> url);
    }
    if (value.kind() == ResourceKind.DOMAIN) {
      String text = Mojibake.repaired(value.text(), column, in);
      return Naming.matcher(text, column, true, in)
          .map(what -> block.equals("domain-mask") ? below(what) : what)
          .map(Target.Matched::new);
    }
    Optional<AddressRange> range = Addressing.range(value.text(), column, in);
    if (range.isPresent() && ordered) {
      ranges.check(range.get(), column, in);
    }
    return range.map(Addressing::matcher).map(Target.Matched::new);
  }

  private static Matcher below(Matcher what) {
    return what instanceof NameMatcher name
        ? new NameMatcher(name.name(), NameMatcher.Scope.BELOW)
        : what;
  }
}
