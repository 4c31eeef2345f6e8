package nadzor.exchange;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.NameMatcher.Scope;
import nadzor.blocklist.TextMatcher;

/** Writes an address and a name a line. */
final class HostsWriter implements WrittenFormat {
  private static final Set<Act> HELD = EnumSet.of(Act.LISTED, Act.LOCAL_DATA);

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    Optional<NameMatcher> name = name(item, out);
    if (name.isEmpty() || !out.admits(item, HELD)) {
      return;
    }
    if (name.get().scope() == Scope.BELOW) {
      out.drop(item, Loss.SUBDOMAINS, "only names alone here");
      return;
    }
    if (name.get().scope() == Scope.SUFFIX) {
      out.reduce(item, Loss.SUBDOMAINS, "the name alone, not those below");
    }
    out.bare(item);
    for (String address : addresses(item, HostsReader.SINK, out)) {
      out.line(address + " " + name.get().name());
    }
    out.written();
  }

  /** The name that an item is about; empty where it is about none, which is told. */
  static Optional<NameMatcher> name(ListItem item, Outlet out) throws IOException {
    Optional<Matcher> what = item.matcher();
    if (what.isEmpty()) {
      out.drop(item, Loss.RPZ_TRIGGERS, "only names here");
    } else if (item.target() instanceof Target.Url) {
      out.drop(item, Loss.URLS, "it would be the whole host here");
    } else if (what.get() instanceof NameMatcher name) {
      return Optional.of(name);
    } else if (what.get() instanceof TextMatcher) {
      out.drop(item, Loss.TEXT_MASK, "no texts within names here");
    } else {
      boolean url = what.get().toString().contains("://");
      out.drop(item, url ? Loss.URLS : Loss.ADDRESSES, "only names here");
    }
    return Optional.empty();
  }

  /** The addresses of local data; the given one for anything else. */
  static List<String> addresses(ListItem item, String sink, Outlet out) throws IOException {
    List<String> data = item.prescription().data();
    List<String> addresses =
        data.stream()
            .filter(text -> text.startsWith("A ") || text.startsWith("AAAA "))
            .map(text -> text.substring(text.indexOf(' ') + 1))
            .toList();
    if (addresses.size() < data.size()) {
      out.reduce(item, Loss.ACTION, "only addresses here");
    }
    return addresses.isEmpty() ? List.of(sink) : addresses;
  }

  @Override
  public Set<Loss> losses() {
    Set<Loss> losses = new PlainWriter().losses();
    losses.addAll(EnumSet.of(Loss.SUBDOMAINS, Loss.URLS, Loss.TEXT_MASK, Loss.ADDRESSES));
    return losses;
  }
}
