package nadzor.exchange;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nadzor.blocklist.TextMatcher;

/** Writes a policy zone as a zone file. A name with all below is two owners. */
final class RpzWriter implements WrittenFormat {
  static final String ZONE = "rpz.test.";
  static final String SOA = "localhost. hostmaster.rpz.test. 1 3600 600 86400 60";
  private static final Set<Act> HELD =
      EnumSet.of(
          Act.LISTED, Act.PASS, Act.NXDOMAIN, Act.NODATA, Act.DROP, Act.TCP_ONLY, Act.LOCAL_DATA);

  @Override
  public void begin(Heading heading, Outlet out) throws IOException {
    String zone = heading.value("zone").orElse(ZONE);
    out.line("$ORIGIN " + zone);
    out.line("$TTL " + heading.value("ttl").orElse("60"));
    out.line("@ SOA " + heading.value("soa").orElse(SOA));
    for (String server : Splitter.on(' ').split(heading.value("ns").orElse("localhost."))) {
      out.line("@ NS " + server);
    }
  }

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    if (!holds(item, out) || !out.admits(item, HELD)) {
      return;
    }
    out.describedByNone(item);
    Prescription said = item.prescription();
    String ttl = said.ttl().isPresent() ? said.ttl().getAsLong() + " " : "";
    for (String owner : RpzTrigger.write(item.target())) {
      for (String data : RpzAction.write(said)) {
        out.line(owner + " " + ttl + data);
      }
    }
    out.written();
  }

  /** Whether the target has owner names; told if not. */
  static boolean holds(ListItem item, Outlet out) throws IOException {
    List<String> owners = RpzTrigger.write(item.target());
    if (!owners.isEmpty()) {
      return true;
    }
    String text = item.target().toString();
    boolean url = item.target() instanceof Target.Url || text.contains("://");
    if (url) {
      out.drop(item, Loss.URLS, "it would be the whole host here");
    } else if (item.matcher().filter(TextMatcher.class::isInstance).isPresent()) {
      out.drop(item, Loss.TEXT_MASK, "no texts within names here");
    } else {
      out.drop(item, Loss.PORTS, "it would be every port here");
    }
    return false;
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.of(
        Loss.URLS,
        Loss.TEXT_MASK,
        Loss.PORTS,
        Loss.THROTTLE,
        Loss.NOT_ORDERED,
        Loss.ACTION,
        Loss.DECISION,
        Loss.SITE);
  }
}
