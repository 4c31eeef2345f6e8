package nadzor.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nadzor.blocklist.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are in which state at an instant, by a look at two numbers for each. Kept as the
 * books grow: a new record costs a look at the decisions that it changes. Asked for what was known
 * earlier, it works out anew what was recorded about since. Thread-safe.
 */
final class Spells {
  /** What these go on from after that number. */
  private final @Nullable Books before;

  private final long forked;
  private SpellRows rows = new SpellRows(0);
  private long followed;

  /** Of no books yet. */
  Spells() {
    this(null, 0);
  }

  /** Of books that go on from others after that number. */
  Spells(@Nullable Books before, long forked) {
    this.before = before;
    this.forked = forked;
  }

  /** The entries in force then, in order: {@link RegisterRows#code} of each. */
  synchronized long[] entries(Registry known, Instant when, Optional<Measure> measure) {
    IntPredicate in = inForce(known, when);
    long[] codes = new long[count(known, when).entries()];
    int size = 0;
    int count = count(known);
    for (int row = 0; row < count; row++) {
      if (in.test(row) && measure.map(rows.measure(row)::equals).orElse(true)) {
        for (int place = 0; place < rows.targets(row); place++) {
          codes[size++] = RegisterRows.code(row, place);
        }
      }
    }
    return Arrays.copyOf(codes, size);
  }

  /** How many decisions are in force then, and how many entries that makes. */
  synchronized Force count(Registry known, Instant when) {
    IntPredicate in = inForce(known, when);
    int decisions = 0;
    int entries = 0;
    int count = count(known);
    for (int row = 0; row < count; row++) {
      if (in.test(row)) {
        decisions++;
        entries += rows.targets(row);
      }
    }
    return new Force(decisions, entries);
  }

  /** The rows of the decisions that are in that state then; without one, before their proposal. */
  synchronized int[] inState(Registry known, Instant when, Optional<DecisionState> state) {
    if (state.equals(Optional.of(DecisionState.IN_FORCE))) {
      return IntStream.range(0, count(known)).filter(inForce(known, when)).toArray();
    }
    Lives lives = follow(known);
    long at = Nanos.of(when);
    return IntStream.range(0, count(known))
        .filter(row -> state(lives, row, at, when).equals(state))
        .toArray();
  }

  /** The rows of the decisions that come into force within, both ends included. */
  synchronized int[] comingIntoForce(Registry known, Instant first, Instant last) {
    Lives lives = follow(known);
    long from = Nanos.of(first);
    long to = Nanos.of(last);
    return IntStream.range(0, count(known))
        .filter(
            row ->
                rows.tells(row, Long.MAX_VALUE)
                    ? rows.from(row) >= from && rows.from(row) <= to
                    : isWithin(lives.decision(row).timetable().inForceFrom(), first, last))
        .toArray();
  }

  /** The rows of the decisions that may move after that instant. */
  synchronized int[] unsettled(Registry known, Instant when) {
    Lives lives = follow(known);
    long at = Nanos.of(when);
    return IntStream.range(0, count(known))
        .filter(
            row ->
                rows.tells(row, lives.limit())
                    ? !rows.isOver(row, at)
                    : !lives.isSettled(lives.decision(row), when))
        .toArray();
  }

  private static boolean isWithin(Instant at, Instant first, Instant last) {
    return !at.isBefore(first) && !at.isAfter(last);
  }

  private IntPredicate inForce(Registry known, Instant when) {
    Lives lives = follow(known);
    long at = Nanos.of(when);
    return row ->
        rows.tells(row, lives.limit())
            ? rows.inForce(row, at)
            : lives.isInForce(lives.decision(row), when);
  }

  private Optional<DecisionState> state(Lives lives, int row, long at, Instant when) {
    if (!rows.tells(row, lives.limit())) {
      return lives.spell(lives.decision(row)).stateAt(when);
    } else if (rows.inForce(row, at)) {
      return Optional.of(DecisionState.IN_FORCE);
    } else if (at >= rows.end(row)) {
      return Optional.of(rows.endsAs(row));
    }
    return new Spell(lives.decision(row).timetable(), Optional.empty()).stateAt(when);
  }

  private static int count(Registry known) {
    return known.books().decisions.upTo(known.limit()).size();
  }

  /** Takes in what was recorded since; gives what tells of decisions as they were known. */
  synchronized Lives follow(Registry known) {
    Books books = known.books();
    if (followed == 0 && before != null) {
      rows = before.spells.upTo(new Registry(known.catalogue(), known.at(), before, forked));
      followed = forked;
    }
    if (followed < known.limit()) {
      new SpellChanges(rows, new Lives(books, known.limit())).after(followed);
      followed = known.limit();
    }
    return new Lives(books, known.limit());
  }

  /** Writes down the rows as they were known then. */
  void write(Registry known, ImageOut out) throws IOException {
    upTo(known).write(out);
  }

  /** Takes in the rows that were written down of what was known up to the number of a record. */
  synchronized void read(ImageIn in, long limit) {
    rows = new SpellRows(in);
    followed = limit;
  }

  /** Shows the rows, which must not be kept, with what tells of decisions as they were known. */
  synchronized void show(Registry known, BiConsumer<SpellRows, Lives> reader) {
    Lives lives = follow(known);
    reader.accept(rows, lives);
  }

  /** The rows as they were known then. */
  private synchronized SpellRows upTo(Registry known) {
    Lives lives = follow(known);
    SpellRows copy = rows.copy(count(known));
    for (int row = 0; row < copy.size(); row++) {
      if (copy.touched(row) > lives.limit()) {
        copy.set(row, lives.spell(lives.decision(row)), lives.liftingRecorded(row), lives.limit());
      }
    }
    return copy;
  }

  /** So many decisions in force, with so many entries in the register. */
  record Force(int decisions, int entries) {}
}
