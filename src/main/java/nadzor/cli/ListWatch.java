package nadzor.cli;

import nadzor.exchange.ConversionWatch;
import nadzor.exchange.Remark;

/** Hands what happens to the report and to the bar. */
record ListWatch(ListReport report, ListProgress bar) implements ConversionWatch {
  @Override
  public void remark(Remark remark) {
    report.remark(remark);
  }

  @Override
  public void progress(long octets) {
    bar.show(octets);
  }
}
