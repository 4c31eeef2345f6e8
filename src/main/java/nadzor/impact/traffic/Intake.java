package nadzor.impact.traffic;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Where a reader hands over what it finds: rows are made usable, or counted as left out. */
final class Intake {
  /** The most requests that one row can stand for. */
  static final long MOST_COUNT = 1_000_000_000_000L;

  private static final int TELL_EVERY = 0xffff;

  private final String file;
  private final ClientGroups groups;
  private final RequestSink sink;
  private final Progress progress;
  private final LongSupplier octets;
  private final Times times;
  private final Skips skips = new Skips();
  private long rows;

  Intake(
      String file,
      ClientGroups groups,
      Times times,
      RequestSink sink,
      Progress progress,
      LongSupplier octets) {
    this.file = file;
    this.groups = groups;
    this.times = times;
    this.sink = sink;
    this.progress = progress;
    this.octets = octets;
  }

  long rows() {
    return rows;
  }

  Times times() {
    return times;
  }

  Skips skips() {
    return skips;
  }

  BadTraffic broken(long place, String found, String expected) {
    return new BadTraffic(file, place, found, expected);
  }

  private void counted() {
    if ((++rows & TELL_EVERY) == 0) {
      progress.read(file, octets.getAsLong(), rows);
    }
  }

  /** Something at this place is left out. */
  void skip(Skip why, long place) {
    counted();
    skips.add(why, file, place, 1);
  }

  /** A row of text. */
  void row(RawRow row, long place) throws IOException {
    Stamp when = times.of(row.time());
    Optional<Skip> left = times.leavesOut(when);
    if (left.isPresent()) {
      skip(left.get(), place);
    } else {
      row(row, when, place);
    }
  }

  private void row(RawRow row, Stamp when, long place) throws IOException {
    Optional<String> name = QueryName.of(row.name());
    OptionalInt type = QueryType.of(row.type());
    long count = count(row.count());
    if (name.isEmpty()) {
      skip(Skip.NAME, place);
    } else if (type.isEmpty()) {
      skip(Skip.TYPE, place);
    } else if (count == 0) {
      skip(Skip.COUNT, place);
    } else if (!UrlCheck.fits(row.url(), name.get())) {
      skip(Skip.URL, place);
    } else {
      counted();
      String group = row.grouped() ? groups.named(row.client()) : groups.of(row.client());
      sink.request(new Request(name.get(), type.getAsInt(), row.url(), group, count, when));
    }
  }

  /** A question of a packet; an empty name is the root's. */
  void question(String name, int type, byte[] client, Stamp when, long place) throws IOException {
    boolean ascii = name.chars().allMatch(c -> c <= '~');
    Optional<String> asked = ascii ? QueryName.of(name.isEmpty() ? "." : name) : Optional.empty();
    Optional<Skip> left = times.leavesOut(when);
    if (left.isPresent()) {
      skip(left.get(), place);
    } else if (asked.isEmpty()) {
      skip(Skip.NAME, place);
    } else {
      counted();
      String group = client.length == 0 ? ClientGroups.UNKNOWN : groups.of(client);
      sink.request(new Request(asked.get(), type, "", group, 1, when));
    }
  }

  /** The number; 1 for an empty text; 0 for what is none or out of bounds. */
  static long count(String written) {
    if (written.isEmpty()) {
      return 1;
    }
    boolean number = written.length() <= 13 && written.chars().allMatch(c -> c >= '0' && c <= '9');
    long count = number ? Long.parseLong(written) : 0;
    return count <= MOST_COUNT ? count : 0;
  }
}
