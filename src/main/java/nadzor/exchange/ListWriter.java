package nadzor.exchange;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes a list item by item. {@link #close} ends the list and flushes, but leaves the stream open.
 * Not thread-safe.
 */
public final class ListWriter implements Closeable {
  private final WrittenFormat format;
  private final Outlet out;
  private final Tally tally;
  private Heading heading = Heading.NONE;
  private boolean begun;
  private boolean ended;

  ListWriter(WrittenFormat format, Outlet out, Tally tally) {
    this.format = format;
    this.out = out;
    this.tally = tally;
  }

  /** What stands before the items; without effect after the first of them. */
  public void heading(Heading what) {
    heading = begun ? heading : what;
  }

  /** Writes an item, or tells why not. */
  public void item(ListItem item) throws IOException {
    begin();
    tally.item();
    format.item(item, out);
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      format.begin(heading, out);
    }
  }

  /** How many items it wrote, and what was lost. */
  public Conversion conversion() {
    return tally.conversion();
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      begin();
      format.end(out);
      out.flush();
    }
  }
}
