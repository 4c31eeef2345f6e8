package nadzor.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import nadzor.exchange.BadList;
import nadzor.exchange.Conversion;
import nadzor.exchange.Remark;

/** A report for people: the first remarks of each kind and rule, then all numbers. */
final class ListReportText implements ListReport {
  private static final int SHOWN = 20;

  private final Map<String, Integer> shown = new HashMap<>();
  private final PrintWriter out;

  ListReportText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void remark(Remark remark) {
    int count = shown.merge(remark.kind() + remark.rule(), 1, Integer::sum);
    if (count <= SHOWN) {
      out.println(remark);
    } else if (count == SHOWN + 1) {
      out.println("… more like this are counted below; --report json lists all");
    }
  }

  @Override
  public void failed(BadList why) {
    out.println("nadzor: " + why.getMessage());
  }

  @Override
  public void end(Conversion conversion) {
    conversion.remarks().forEach((what, count) -> out.printf("%,12d %s%n", count, what));
    out.printf("%,12d items read, %,d written%n", conversion.items(), conversion.written());
  }
}
