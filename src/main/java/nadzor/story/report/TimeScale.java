package nadzor.story.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nadzor.registry.MoscowTime;

/** Instants on a horizontal line, from {@code left} to {@code right}. */
record TimeScale(Instant from, Instant to, double left, double right) {
  private static final int[] STEPS = {1, 2, 7, 14, 31, 92, 366, 3660};

  double x(Instant at) {
    double whole = Math.max(1, seconds(to));
    double share = Math.min(1, Math.max(0, seconds(at) / whole));
    return left + share * (right - left);
  }

  private double seconds(Instant at) {
    return Duration.between(from, at).toSeconds();
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  /** Beginnings of days in Moscow, at least {@code apart} units from each other. */
  List<Instant> days(double apart) {
    double dayWidth = (right - left) / Math.max(1, seconds(to)) * Duration.ofDays(1).toSeconds();
    int step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && STEPS[i] * dayWidth >= apart; i--) {
      step = STEPS[i];
    }
    return every(MoscowTime.dateOf(from).plusDays(1), step);
  }

  /** Beginnings of months in Moscow, one in {@code step} of them. */
  List<Instant> months(int step) {
    LocalDate first = MoscowTime.dateOf(from).plusMonths(1).withDayOfMonth(1);
    return Stream.iterate(first, date -> date.plusMonths(step))
        .map(MoscowTime::startOf)
        .takeWhile(at -> !at.isAfter(to))
        .toList();
  }

  private List<Instant> every(LocalDate first, int days) {
    return Stream.iterate(first, date -> date.plusDays(days))
        .map(MoscowTime::startOf)
        .takeWhile(at -> !at.isAfter(to))
        .toList();
  }

  /** Whether days are too many to be named one by one. */
  boolean isLong() {
    return Duration.between(from, to).toDays() > 120;
  }

  /** What the axis names, and how. */
  List<Mark> marks() {
    if (!isLong()) {
      return days(70).stream().map(at -> new Mark(x(at), When.shortDay(at))).toList();
    }
    long months = Math.max(1, Duration.between(from, to).toDays() / 30);
    int step = (int) Math.max(1, Math.ceil(months * 90 / (right - left)));
    return months(step).stream().map(at -> new Mark(x(at), When.month(at))).toList();
  }

  /** A named place. */
  record Mark(double x, String label) {}
}
