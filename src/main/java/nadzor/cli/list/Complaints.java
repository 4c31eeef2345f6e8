package nadzor.cli.list;

import java.io.PrintWriter;
import nadzor.exchange.ListItem;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;

/** Tells the first values that are refused while a list is read. Used by one thread. */
final class Complaints implements Receiver {
  private static final int TOLD = 20;

  private final PrintWriter err;
  private int told;

  Complaints(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void item(ListItem item) {
    // What is good needs no word.
  }

  @Override
  public void remark(Remark remark) {
    if (remark.kind() == Remark.Kind.REFUSED && told++ < TOLD) {
      err.println(remark);
      err.flush();
    }
  }
}
