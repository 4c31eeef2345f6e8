package nadzor.impact.traffic;

import java.util.List;

/**
 * What was read, and what was left out. Immutable.
 *
 * @param files in the order given
 */
public record TrafficSummary(List<FileSummary> files) {
  /** Copies the list. */
  public TrafficSummary {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name as the user named it
   * @param format as it was read
   * @param octets its size
   * @param sha256 of its content, 64 hexadecimal digits
   * @param rows rows, packets or frames in it
   * @param skipped those that were left out, by kind
   */
  public record FileSummary(
      String name,
      TrafficFormat format,
      long octets,
      String sha256,
      long rows,
      List<Skipped> skipped) {
    /** Copies the list. */
    public FileSummary {
      skipped = List.copyOf(skipped);
    }

    /**
     * The same, as a log that was of some use.
     *
     * @throws BadTraffic if it held no request at all
     */
    public FileSummary used() throws BadTraffic {
      if (rows > skippedRows() || of(Skip.OUTSIDE) > 0) {
        return this;
      }
      String found =
          skipped.isEmpty()
              ? "no request"
              : "only what cannot be used (%s: %s)"
                  .formatted(skipped.get(0).first(), skipped.get(0).why().words());
      throw new BadTraffic(name, found, "a " + format.word() + " log with requests");
    }

    /** How many were left out for a reason. */
    public long of(Skip why) {
      return skipped.stream().filter(one -> one.why() == why).mapToLong(Skipped::rows).sum();
    }

    /** How many were left out. */
    public long skippedRows() {
      return skipped.stream().mapToLong(Skipped::rows).sum();
    }
  }

  /**
   * What was left out for one reason.
   *
   * @param why the reason
   * @param rows how many rows, packets or frames
   * @param first where the first of them stands
   */
  public record Skipped(Skip why, long rows, String first) {
    Skipped plus(Skipped other) {
      return new Skipped(why, rows + other.rows, first);
    }
  }

  /** Rows of all files. */
  public long rows() {
    return files.stream().mapToLong(FileSummary::rows).sum();
  }

  /** Rows of all files that were left out. */
  public long skippedRows() {
    return files.stream().mapToLong(FileSummary::skippedRows).sum();
  }
}
