package nadzor.exchange;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.NameMatcher.Scope;
import nadzor.blocklist.TextMatcher;

/** Writes {@code address=/name/} and {@code server=/name/#}. */
final class DnsmasqWriter implements WrittenFormat {
  private static final Set<Act> HELD =
      EnumSet.of(Act.LISTED, Act.NXDOMAIN, Act.PASS, Act.LOCAL_DATA);

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    Optional<String> name = name(item, out);
    if (name.isEmpty() || !out.admits(item, HELD)) {
      return;
    }
    out.bare(item);
    switch (item.prescription().act()) {
      case PASS -> out.line("server=/" + name.get() + "/#");
      case NXDOMAIN -> out.line("address=/" + name.get() + "/");
      default -> {
        for (String address : HostsWriter.addresses(item, "#", out)) {
          out.line("address=/" + name.get() + "/" + address);
        }
      }
    }
    out.written();
  }

  private static Optional<String> name(ListItem item, Outlet out) throws IOException {
    Optional<Matcher> what = item.matcher();
    if (what.isPresent()
        && what.get() instanceof TextMatcher text
        && text.place() == TextMatcher.Place.END) {
      return Optional.of(text.toString());
    }
    Optional<NameMatcher> name = HostsWriter.name(item, out);
    if (name.isPresent() && name.get().scope() == Scope.EXACT) {
      out.reduce(item, Loss.NAMES, "the names below it, too");
    }
    return name.map(
        matcher -> matcher.scope() == Scope.BELOW ? matcher.toString() : matcher.name().text());
  }

  @Override
  public Set<Loss> losses() {
    Set<Loss> losses = new HostsWriter().losses();
    losses.add(Loss.NAMES);
    losses.removeAll(EnumSet.of(Loss.SUBDOMAINS, Loss.EXCEPTION));
    return losses;
  }
}
