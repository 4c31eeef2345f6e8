package nadzor.blocklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions that were made, oldest first, each from one before it or from none. Immutable;
 * keeping it somewhere is another's.
 *
 * @param records in the order of their numbers
 */
public record VersionHistory(List<VersionRecord> records) {
  /** Without versions. */
  public static final VersionHistory EMPTY = new VersionHistory(List.of());

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException if a number does not rise, or a parent is not there
   */
  public VersionHistory {
    records = List.copyOf(records);
    for (int i = 0; i < records.size(); i++) {
      check(records.subList(0, i), records.get(i));
    }
  }

  private static void check(List<VersionRecord> before, VersionRecord record) {
    long number = record.number();
    if (!before.isEmpty() && before.get(before.size() - 1).number() >= number) {
      throw new IllegalArgumentException(
          "version " + number + " after version " + before.get(before.size() - 1).number());
    }
    if (record.parent().isPresent() && find(before, record.parent().get()).isEmpty()) {
      throw new IllegalArgumentException(
          "version " + number + " comes from " + record.parent().get() + ", which is not there");
    }
  }

  /** With one more. */
  public VersionHistory plus(VersionRecord record) {
    List<VersionRecord> all = new ArrayList<>(records);
    all.add(record);
    return new VersionHistory(all);
  }

  /** The last one that was made. */
  public Optional<VersionRecord> latest() {
    return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
  }

  /** The version of a number. */
  public Optional<VersionRecord> find(long number) {
    return find(records, number);
  }

  /** Numbers rise, so that half of what is left falls away at each step. */
  private static Optional<VersionRecord> find(List<VersionRecord> among, long number) {
    int low = 0;
    int high = among.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = among.get(middle).number();
      if (there == number) {
        return Optional.of(among.get(middle));
      }
      low = there < number ? middle + 1 : low;
      high = there < number ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** A version and those that it came from, latest first; none where it is not there. */
  public List<VersionRecord> ancestry(long number) {
    List<VersionRecord> line = new ArrayList<>();
    Optional<VersionRecord> next = find(number);
    while (next.isPresent()) {
      line.add(next.get());
      next = next.get().parent().flatMap(this::find);
    }
    return line;
  }
}
