package nadzor.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.NameMatcher.Scope;
import nadzor.blocklist.PortRange;
import nadzor.blocklist.TextMatcher;
import nadzor.blocklist.UrlMatcher;

/** Collects the items that follow each other into records of a register. Not thread-safe. */
final class RegisterGroup {
  private static final Set<Act> HELD = EnumSet.of(Act.LISTED, Act.BESIDE);

  /** One value of a record. */
  record Value(ResourceKind kind, String text, Optional<String> ts) {}

  /** Takes a record when it is whole. */
  @FunctionalInterface
  interface Sink {
    void record(RegisterContent content, List<Value> values) throws IOException;
  }

  private final Sink sink;
  private final List<Value> values = new ArrayList<>();
  private Optional<RegisterContent> content = Optional.empty();
  private int rows;

  RegisterGroup(Sink sink) {
    this.sink = sink;
  }

  void add(ListItem item, Outlet out) throws IOException {
    List<Value> own = values(item, out);
    if (own.isEmpty() || !out.admits(item, HELD)) {
      return;
    }
    if (item.prescription().ttl().isPresent()) {
      out.reduce(item, Loss.TTL, "no times to live here");
    }
    boolean same = content.isPresent() && content.get().equals(item.details());
    if (!same) {
      flush();
      content = Optional.of(content(item, own.get(0).kind()));
    }
    values.addAll(own);
    out.written();
  }

  /** The record of an item; one of its own, with nothing but a block type, where it has none. */
  private RegisterContent content(ListItem item, ResourceKind kind) {
    rows++;
    return item.details() instanceof RegisterContent own
        ? own
        : new RegisterContent(
            rows,
            OptionalInt.of(rows),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.of(
                kind == ResourceKind.URL
                    ? "default"
                    : kind == ResourceKind.DOMAIN ? "domain" : "ip"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  void flush() throws IOException {
    if (content.isPresent()) {
      sink.record(content.get(), List.copyOf(values));
    }
    content = Optional.empty();
    values.clear();
  }

  private static List<Value> values(ListItem item, Outlet out) throws IOException {
    if (item.target() instanceof Target.Url url) {
      return List.of(new Value(ResourceKind.URL, url.text(), item.ts()));
    }
    Optional<Matcher> what = item.matcher();
    if (what.isEmpty()) {
      out.drop(item, Loss.RPZ_TRIGGERS, "only names, addresses and URLs here");
      return List.of();
    }
    return values(item, what.get(), out);
  }

  private static List<Value> values(ListItem item, Matcher what, Outlet out) throws IOException {
    if (what instanceof NameMatcher name) {
      return name.scope() == Scope.SUFFIX
          ? List.of(domain(name.name().text(), item), domain("*." + name.name(), item))
          : List.of(domain(name.toString(), item));
    }
    if (what instanceof AddressMatcher address
        && address.ports().equals(PortRange.ALL)
        && address.range().isPresent()) {
      String text = address.toString();
      boolean six = text.indexOf(':') >= 0;
      boolean range = text.indexOf('/') >= 0;
      ResourceKind kind =
          range
              ? six ? ResourceKind.SUBNET6 : ResourceKind.SUBNET
              : six ? ResourceKind.IPV6 : ResourceKind.IP;
      return List.of(new Value(kind, text, item.ts()));
    }
    if (what instanceof UrlMatcher url && !url.prefix()) {
      return List.of(new Value(ResourceKind.URL, url.toString(), item.ts()));
    }
    Loss loss =
        what instanceof TextMatcher
            ? Loss.TEXT_MASK
            : what instanceof UrlMatcher ? Loss.URLS : Loss.PORTS;
    out.drop(item, loss, "a register has no such values");
    return List.of();
  }

  private static Value domain(String text, ListItem item) {
    return new Value(ResourceKind.DOMAIN, text, item.ts());
  }

  static Set<Loss> losses() {
    return EnumSet.of(
        Loss.RPZ_TRIGGERS,
        Loss.TEXT_MASK,
        Loss.URLS,
        Loss.PORTS,
        Loss.EXCEPTION,
        Loss.THROTTLE,
        Loss.NOT_ORDERED,
        Loss.ACTION,
        Loss.TTL);
  }
}
