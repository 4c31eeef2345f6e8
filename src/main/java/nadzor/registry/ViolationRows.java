package nadzor.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of numbers, a row for each violation in the order of the journal: 16 octets a violation.
 * Kept as the books grow. Thread-safe.
 */
final class ViolationRows {
  /** An instant that is no whole second from 1970 to 2106: the violation itself tells it. */
  private static final int ODD = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] breach = {};
  private int[] law = {};
  private int[] second = {};
  private int[] retracted = {};
  private int size;
  private long followed;

  /** The rows of those that are like that, ascending. */
  synchronized int[] like(Registry known, Violations.Like wanted) {
    follow(known.books(), known.limit());
    List<Recorded<Violation>> all = known.books().violations.upTo(known.limit());
    int ofBreach = number(wanted.breach());
    int ofLaw = number(wanted.law());
    boolean timed = wanted.from().isPresent() || wanted.to().isPresent();
    Period period = Period.of(wanted);
    int[] rows = new int[all.size()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if ((ofBreach == 0 || breach[row] == ofBreach)
          && (ofLaw == 0 || law[row] == ofLaw)
          && (wanted.retracted() || !isRetracted(row, known.limit()))
          && (!timed || isWithin(period, row, all))) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** From one instant to another, with the whole seconds that are within. */
  private record Period(Instant from, Instant to, long first, long last) {
    static Period of(Violations.Like wanted) {
      Instant from = wanted.from().orElse(Instant.MIN);
      Instant to = wanted.to().orElse(Instant.MAX);
      long first = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
      return new Period(from, to, first, to.getEpochSecond());
    }
  }

  private boolean isWithin(Period period, int row, List<Recorded<Violation>> all) {
    if (second[row] == ODD) {
      Instant at = all.get(row).entry().at();
      return !at.isBefore(period.from()) && !at.isAfter(period.to());
    }
    long at = Integer.toUnsignedLong(second[row]);
    return at >= period.first() && at <= period.last();
  }

  private boolean isRetracted(int row, long limit) {
    return retracted[row] != 0 && retracted[row] <= limit;
  }

  /** 0 for nothing, -1 for what no violation has. */
  private int number(Optional<String> text) {
    return text.map(one -> numbers.getOrDefault(one, -1)).orElse(0);
  }

  /** Takes in what was recorded up to that number. */
  synchronized void prepare(Books books, long limit) {
    follow(books, limit);
  }

  private void follow(Books books, long limit) {
    if (limit <= followed) {
      return;
    }
    List<Recorded<Violation>> all = books.violations.upTo(limit);
    if (all.size() > breach.length) {
      grow(all.size() + (all.size() >> 3));
    }
    for (; size < all.size(); size++) {
      set(size, all.get(size).entry());
    }
    List<Recorded<Retraction>> retractions = books.retractions.upTo(limit);
    int known = books.retractions.upTo(followed).size();
    retractions.subList(known, retractions.size()).forEach(one -> retract(books, one));
    followed = limit;
  }

  private void grow(int room) {
    breach = Arrays.copyOf(breach, room);
    law = Arrays.copyOf(law, room);
    second = Arrays.copyOf(second, room);
    retracted = Arrays.copyOf(retracted, room);
  }

  private void set(int row, Violation one) {
    breach[row] = fresh(one.breach());
    law[row] = fresh(one.legalBasis());
    Instant at = one.at();
    long whole = at.getEpochSecond();
    boolean odd = at.getNano() > 0 || whole < 0 || whole >= 0xffff_ffffL;
    second[row] = odd ? ODD : (int) whole;
  }

  private int fresh(String text) {
    return numbers.computeIfAbsent(text, none -> numbers.size() + 1);
  }

  private void retract(Books books, Recorded<Retraction> one) {
    books
        .violations
        .find(one.entry().violationId(), one.number())
        .map(violation -> books.violations.upTo(violation.number()).size() - 1)
        .ifPresent(row -> retracted[row] = (int) one.number());
  }
}
