package nadzor.probe;

import java.util.List;
import java.util.Optional;

/**
 * The middle and the ends of repeated measurements, in the unit of what was measured. Immutable.
 *
 * @param median the middle one; of an even count the mean of the two in the middle
 * @param least the smallest
 * @param most the largest
 * @param count how many there were
 */
public record Spread(double median, double least, double most, int count) {
  /** Of these numbers, in any order; empty where there are none. */
  public static Optional<Spread> of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return Optional.of(new Spread(median, sorted.get(0), sorted.get(count - 1), count));
  }
}
