package nadzor.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nadzor.blocklist.Measure;

/**
 * Columns of numbers, a row for each decision in the order of the journal: 47 octets a decision.
 * Not thread-safe.
 */
final class SpellRows {
  private static final byte SUPERSEDED = 1;
  private static final byte THROTTLE = 2;
  private static final byte ODD = 4;

  private long[] from;
  private long[] end;
  private long[] announced;
  private long[] recorded;

  /** When the lifting was recorded that ends it. */
  private long[] told;

  private int[] touched;
  private short[] targets;
  private byte[] marks;
  private int size;

  SpellRows(int room) {
    from = new long[room];
    end = new long[room];
    announced = new long[room];
    recorded = new long[room];
    told = new long[room];
    touched = new int[room];
    targets = new short[room];
    marks = new byte[room];
  }

  /** The first of these rows. */
  SpellRows copy(int rows) {
    SpellRows copy = new SpellRows(0);
    copy.from = Arrays.copyOf(from, rows);
    copy.end = Arrays.copyOf(end, rows);
    copy.announced = Arrays.copyOf(announced, rows);
    copy.recorded = Arrays.copyOf(recorded, rows);
    copy.told = Arrays.copyOf(told, rows);
    copy.touched = Arrays.copyOf(touched, rows);
    copy.targets = Arrays.copyOf(targets, rows);
    copy.marks = Arrays.copyOf(marks, rows);
    copy.size = rows;
    return copy;
  }

  /** Rows that were written down. */
  SpellRows(ImageIn in) {
    size = in.count();
    from = in.longs(size);
    end = in.longs(size);
    announced = in.longs(size);
    recorded = in.longs(size);
    told = in.longs(size);
    touched = in.ints(size);
    targets = new short[size];
    int[] wide = in.ints(size);
    for (int row = 0; row < size; row++) {
      targets[row] = (short) wide[row];
    }
    marks = in.octets();
  }

  void write(ImageOut out) throws IOException {
    out.number(size);
    out.longs(from, size);
    out.longs(end, size);
    out.longs(announced, size);
    out.longs(recorded, size);
    out.longs(told, size);
    out.ints(size, row -> touched[row]);
    out.ints(size, row -> targets[row]);
    out.octets(marks, size);
  }

  int size() {
    return size;
  }

  void add(Recorded<Decision> record, Decision decision, Spell spell, Optional<Instant> lifted) {
    if (size == from.length) {
      grow(size + (size >> 2) + 16);
    }
    int row = size++;
    announced[row] = Nanos.of(spell.times().announcedAt());
    recorded[row] = Nanos.of(record.at());
    targets[row] = (short) decision.order().targets().size();
    marks[row] = decision.order().measure() == Measure.THROTTLE ? THROTTLE : 0;
    set(row, spell, lifted, record.number());
  }

  private void grow(int room) {
    from = Arrays.copyOf(from, room);
    end = Arrays.copyOf(end, room);
    announced = Arrays.copyOf(announced, room);
    recorded = Arrays.copyOf(recorded, room);
    told = Arrays.copyOf(told, room);
    touched = Arrays.copyOf(touched, room);
    targets = Arrays.copyOf(targets, room);
    marks = Arrays.copyOf(marks, room);
  }

  /**
   * What a record of that number made of the spell.
   *
   * @param lifted when the lifting was recorded that there may be
   */
  void set(int row, Spell spell, Optional<Instant> lifted, long number) {
    told[row] = lifted.map(Nanos::of).orElse(0L);
    from[row] = Nanos.of(spell.times().inForceFrom());
    end[row] = spell.end().map(move -> Nanos.of(move.at())).orElse(Nanos.NEVER);
    touched[row] = Math.toIntExact(number);
    boolean superseded =
        spell.end().filter(one -> one.to() == DecisionState.SUPERSEDED).isPresent();
    marks[row] = (byte) ((marks[row] & THROTTLE) | (superseded ? SUPERSEDED : 0) | odd(spell));
  }

  /** Instants that have no number are rare, and not told by rows. */
  private static byte odd(Spell spell) {
    boolean all =
        Nanos.has(spell.times().announcedAt())
            && Nanos.has(spell.times().inForceFrom())
            && spell.end().filter(move -> !Nanos.has(move.at())).isEmpty();
    return all ? 0 : ODD;
  }

  /** The number of the last record that changed the row. */
  int touched(int row) {
    return touched[row];
  }

  void touch(int row, long number) {
    touched[row] = Math.max(touched[row], Math.toIntExact(number));
  }

  /** Whether the row tells what was known up to the number of a record. */
  boolean tells(int row, long limit) {
    return touched[row] <= limit && (marks[row] & ODD) == 0;
  }

  boolean inForce(int row, long at) {
    return from[row] <= at && at < end[row];
  }

  /** Whether it came into force by then and, if it ever ends, has ended: nothing is to come. */
  boolean isOver(int row, long at) {
    return from[row] <= at && (end[row] <= at || end[row] == Nanos.NEVER);
  }

  long from(int row) {
    return from[row];
  }

  long end(int row) {
    return end[row];
  }

  long announced(int row) {
    return announced[row];
  }

  long recorded(int row) {
    return recorded[row];
  }

  /** When the lifting was recorded that ends it; means nothing where none does. */
  long told(int row) {
    return told[row];
  }

  int targets(int row) {
    return targets[row];
  }

  DecisionState endsAs(int row) {
    return (marks[row] & SUPERSEDED) == 0 ? DecisionState.LIFTED : DecisionState.SUPERSEDED;
  }

  Measure measure(int row) {
    return (marks[row] & THROTTLE) == 0 ? Measure.BLOCK : Measure.THROTTLE;
  }
}
