package nadzor.cli;

import nadzor.exchange.BadList;
import nadzor.exchange.Conversion;
import nadzor.exchange.Remark;

/** Tells what became of a list. */
interface ListReport {
  /** One remark, as it comes up. */
  void remark(Remark remark);

  /** Why the list cannot be read on. */
  void failed(BadList why);

  /** The numbers, at the end. */
  void end(Conversion conversion);
}
