package nadzor.exchange;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Writes a name, mask, address or URL a line. */
final class PlainWriter implements WrittenFormat {
  private static final Set<Act> HELD = EnumSet.of(Act.LISTED);

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    if (item.matcher().isEmpty()) {
      out.drop(item, Loss.RPZ_TRIGGERS, "only names, addresses and URLs here");
    } else if (out.admits(item, HELD)) {
      out.bare(item);
      out.line(item.target().toString());
      out.written();
    }
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.of(
        Loss.RPZ_TRIGGERS,
        Loss.EXCEPTION,
        Loss.THROTTLE,
        Loss.NOT_ORDERED,
        Loss.ACTION,
        Loss.TTL,
        Loss.DECISION,
        Loss.SITE);
  }
}
