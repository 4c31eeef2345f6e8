package nadzor.exchange;

import java.io.IOException;

/** Is told what is to be said of a list. */
@FunctionalInterface
public interface RemarkListener {
  /** One remark, as it comes up. */
  void remark(Remark remark) throws IOException;
}
