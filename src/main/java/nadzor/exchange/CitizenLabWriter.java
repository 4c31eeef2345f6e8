package nadzor.exchange;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;

/** Writes a test list: URLs as they are, names as the front page over TLS. */
final class CitizenLabWriter implements WrittenFormat {
  @Override
  public void begin(Heading heading, Outlet out) throws IOException {
    out.line(CitizenLabReader.HEAD);
  }

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    Act act = item.prescription().act();
    if (item.target() instanceof Target.Url url) {
      row(url.text(), item, out);
    } else if (item.matcher().filter(NameMatcher.class::isInstance).isEmpty()) {
      out.drop(item, Loss.ADDRESSES, "only URLs here");
    } else if (act == Act.PASS) {
      out.drop(item, Loss.EXCEPTION, "only what is to be measured here");
    } else {
      Matcher matcher = item.matcher().orElseThrow();
      if (matcher instanceof NameMatcher name) {
        row("https://" + name.name() + "/", item, out);
      }
    }
  }

  private static void row(String url, ListItem item, Outlet out) throws IOException {
    if (item.prescription().act() != Act.MEASURE) {
      out.reduce(item, Loss.ACTION, "a site to be measured");
    }
    if (item.details() instanceof RegisterContent) {
      out.reduce(item, Loss.DECISION, "no decisions here");
    }
    TestSite site = item.details() instanceof TestSite own ? own : new TestSite("", "", "", "", "");
    List<String> fields =
        List.of(
            url,
            site.categoryCode(),
            site.category(),
            site.dateAdded(),
            site.source(),
            site.notes());
    out.line(
        Joiner.on(',')
            .join(
                fields.stream()
                    .map(field -> CsvRow.quoted(field, ','))
                    .collect(Collectors.toList())));
    out.written();
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.of(Loss.ADDRESSES, Loss.EXCEPTION, Loss.ACTION, Loss.DECISION);
  }
}
