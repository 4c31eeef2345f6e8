package nadzor.registry;

import com.google.common.primitives.ImmutableLongArray;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the register are in force somewhere: eight octets an entry, equal where they are
 * the same entries of one registry. Immutable.
 */
public final class EntryNumbers {
  private final ImmutableLongArray codes;

  private EntryNumbers(ImmutableLongArray codes) {
    this.codes = codes;
  }

  /** Those in force at that instant, as far as the registry knows. */
  public static EntryNumbers at(Registry registry, Instant instant) {
    return new EntryNumbers(
        ImmutableLongArray.copyOf(
            registry.books().spells.entries(registry, instant, Optional.empty())));
  }

  /** The same with the entries of one decision as they are at another instant. */
  public EntryNumbers with(Registry registry, String decisionId, Instant instant) {
    return registry
        .books()
        .decisions
        .find(decisionId, registry.limit())
        .map(one -> with(registry, one, instant))
        .orElse(this);
  }

  private EntryNumbers with(Registry registry, Recorded<Decision> record, Instant instant) {
    int row = registry.books().decisions.upTo(record.number()).size() - 1;
    Decision decision = record.entry();
    LongStream own =
        registry.lives().isInForce(decision, instant)
            ? IntStream.range(0, decision.order().targets().size())
                .mapToLong(place -> RegisterRows.code(row, place))
            : LongStream.empty();
    LongStream others = codes.stream().filter(code -> RegisterRows.row(code) != row);
    return new EntryNumbers(ImmutableLongArray.copyOf(LongStream.concat(others, own).sorted()));
  }

  /** The entries in order, each made when it is read. */
  public List<RegisterEntry> entries(Registry registry) {
    return new RegisterRows(registry, codes.toArray());
  }

  /** Those that {@link #write} wrote. */
  public static EntryNumbers read(LongBuffer from) {
    long[] codes = new long[from.remaining()];
    from.get(codes);
    return new EntryNumbers(ImmutableLongArray.copyOf(codes));
  }

  /** Writes down what tells which they are, {@link #size} numbers; means nothing elsewhere. */
  public void write(LongBuffer to) {
    codes.forEach(to::put);
  }

  /** How many entries. */
  public int size() {
    return codes.length();
  }

  /** What stands for the one in that place. */
  long code(int place) {
    return codes.get(place);
  }

  /** What stands for those of one decision, by its place among the decisions. */
  long[] of(int row) {
    int from = ahead(RegisterRows.code(row, 0));
    int to = ahead(RegisterRows.code(row + 1, 0));
    return codes.subArray(from, to).toArray();
  }

  /** How many are less. */
  private int ahead(long code) {
    int low = 0;
    int high = codes.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (codes.get(middle) < code) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryNumbers numbers && numbers.codes.equals(codes);
  }

  @Override
  public int hashCode() {
    return codes.hashCode();
  }

  @Override
  public String toString() {
    return codes.length() + " entries";
  }
}
