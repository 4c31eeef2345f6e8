package nadzor.cli.list;

import java.io.PrintWriter;
import java.util.function.Consumer;
import nadzor.exchange.ListItem;
import nadzor.exchange.Loss;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;

/** Tells the first values that are refused while a list is read. Used by one thread. */
final class Complaints implements Receiver {
  private static final int TOLD = 20;

  private final PrintWriter err;
  private final Consumer<ListItem> items;
  private int told;

  /** Hands the items on. */
  Complaints(PrintWriter err, Consumer<ListItem> items) {
    this.err = err;
    this.items = items;
  }

  @Override
  public void item(ListItem item) {
    items.accept(item);
  }

  @Override
  public void remark(Remark remark) {
    if (isWorthTelling(remark) && told++ < TOLD) {
      err.println(remark);
      err.flush();
    }
  }

  /** What is refused, and what of an item no rule can hold. */
  private static boolean isWorthTelling(Remark remark) {
    return remark.kind() == Remark.Kind.REFUSED
        || remark.rule().equals(Loss.ACTION.word())
        || remark.rule().equals(Loss.RPZ_TRIGGERS.word());
  }
}
