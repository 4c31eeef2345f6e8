package nadzor.impact.traffic;

/** Hears now and then how far the reading is. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (file, octets, rows) -> {};

  /**
   * So far.
   *
   * @param octets of the file as it lies on the disk
   * @param rows of it
   */
  void read(String file, long octets, long rows);
}
