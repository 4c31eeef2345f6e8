package nadzor.exchange;

import java.io.IOException;

/** A list cannot be read on; the place is named. What was given before is incomplete. */
public final class BadList extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Remark remark;

  BadList(Remark remark) {
    super(remark.toString());
    this.remark = remark;
  }

  static BadList of(Fault fault, Spot at, String found, String expected) {
    return new BadList(Remark.refused(fault, at, found, expected));
  }

  /** What is wrong, and where. */
  public Remark remark() {
    return remark;
  }
}
