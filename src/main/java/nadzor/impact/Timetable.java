package nadzor.impact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nadzor.impact.traffic.Grain;

/**
 * The difference by hours or days; requests only. Immutable.
 *
 * @param grain how long the periods are
 * @param zone whose hours or days they are
 * @param rows in their order; periods without a request are left out
 * @param untold requests of which the log tells no time
 * @param unreadable requests whose time cannot be read
 */
public record Timetable(
    Grain grain,
    ZoneId zone,
    List<Row> rows,
    Map<Outcome, Long> untold,
    Map<Outcome, Long> unreadable) {
  /** Copies. */
  public Timetable {
    rows = List.copyOf(rows);
    untold = Map.copyOf(untold);
    unreadable = Map.copyOf(unreadable);
  }

  /**
   * One period.
   *
   * @param start its first instant
   * @param requests by outcome; one that is not there is nothing
   */
  public record Row(Instant start, Map<Outcome, Long> requests) {
    /** Copies. */
    public Row {
      requests = Map.copyOf(requests);
    }

    /** Of one outcome. */
    public long of(Outcome outcome) {
      return requests.getOrDefault(outcome, 0L);
    }

    /** That the update leaves as they are. */
    public long unchanged() {
      return of(Outcome.STILL_RESTRICTED) + of(Outcome.STILL_FREE);
    }

    /** All of them. */
    public long all() {
      return requests.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** A period's name: its day, or its beginning with the offset of the zone. */
  public String name(Row row) {
    var start = row.start().atZone(zone);
    return grain == Grain.DAY
        ? start.toLocalDate().toString()
        : start.toOffsetDateTime().toString();
  }
}
