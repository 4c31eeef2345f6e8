package nadzor.exchange;

import java.util.HashMap;
import java.util.Map;

/** Counts while a list is read. Not thread-safe. */
final class Tally {
  private final Map<String, Long> remarks = new HashMap<>();
  private long items;
  private long written;
  private long octets;

  void item() {
    items++;
  }

  void written() {
    written++;
  }

  void octets(long count) {
    octets = count;
  }

  void remark(Remark remark) {
    remarks.merge(Conversion.key(remark.kind(), remark.rule()), 1L, Long::sum);
  }

  Conversion conversion() {
    return new Conversion(items, written, octets, remarks);
  }
}
