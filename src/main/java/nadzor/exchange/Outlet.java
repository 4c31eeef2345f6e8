package nadzor.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a writer writes, and where it tells what it cannot hold: each item that is left out, and of
 * each way in which items are reduced the first; all are counted. Not thread-safe.
 */
final class Outlet {
  private static final int BUFFER = 1 << 16;

  private final OutputStream target;
  private final Charset charset;
  private final RemarkListener listener;
  private final Tally tally;
  private final Set<Loss> reduced = EnumSet.noneOf(Loss.class);
  private final StringBuilder buffer = new StringBuilder(2 * BUFFER);

  Outlet(OutputStream target, Charset charset, RemarkListener listener, Tally tally) {
    this.target = target;
    this.charset = charset;
    this.listener = listener;
    this.tally = tally;
  }

  Outlet write(String text) throws IOException {
    buffer.append(text);
    if (buffer.length() > BUFFER) {
      flush();
    }
    return this;
  }

  void line(String text) throws IOException {
    write(text).write("\n");
  }

  void flush() throws IOException {
    target.write(buffer.toString().getBytes(charset));
    buffer.setLength(0);
  }

  void written() {
    tally.written();
  }

  /** Leaves an item out. */
  void drop(ListItem item, Loss loss, String why) throws IOException {
    remark(Remark.lost(Remark.Kind.DROPPED, loss, item.at(), shown(item), why));
  }

  /** Writes less than an item says. */
  void reduce(ListItem item, Loss loss, String why) throws IOException {
    Remark remark = Remark.lost(Remark.Kind.REDUCED, loss, item.at(), shown(item), why);
    if (reduced.add(loss)) {
      remark(remark);
    } else {
      tally.remark(remark);
    }
  }

  private static String shown(ListItem item) {
    return item.prescription().act().word() + " " + item.target();
  }

  private void remark(Remark remark) throws IOException {
    tally.remark(remark);
    listener.remark(remark);
  }

  /**
   * Whether a format can hold what an item prescribes, some of it reduced; told if not.
   *
   * @param held the acts that the format can hold
   */
  boolean admits(ListItem item, Set<Act> held) throws IOException {
    Act act = item.prescription().act();
    if (!held.contains(act)) {
      switch (act) {
        case PASS -> drop(item, Loss.EXCEPTION, "no exceptions here");
        case THROTTLE -> drop(item, Loss.THROTTLE, "it would be a block here");
        case BESIDE, MEASURE -> drop(item, Loss.NOT_ORDERED, "it would be restricted here");
        default -> reduce(item, Loss.ACTION, "restricted as is customary");
      }
      return act.restricts() && act != Act.THROTTLE;
    }
    return true;
  }

  /** Tells that details and times to live are left out. */
  void bare(ListItem item) throws IOException {
    if (item.prescription().ttl().isPresent()) {
      reduce(item, Loss.TTL, "no times to live here");
    }
    describedByNone(item);
  }

  /** Tells that details are left out. */
  void describedByNone(ListItem item) throws IOException {
    if (item.details() instanceof RegisterContent) {
      reduce(item, Loss.DECISION, "no decisions here");
    } else if (item.details() instanceof TestSite) {
      reduce(item, Loss.SITE, "no categories here");
    }
  }
}
