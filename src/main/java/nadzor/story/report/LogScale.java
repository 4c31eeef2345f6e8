package nadzor.story.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Positive values on a vertical line, each decade as long as the next.
 *
 * @param low power of ten at the bottom
 * @param high power of ten at the top
 */
record LogScale(int low, int high, double bottom, double top) {
  /** The whole decades that hold the values; of none, from 100 to 100,000. */
  static LogScale around(double[] values, double bottom, double top) {
    double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
    if (positive.length == 0) {
      return new LogScale(2, 5, bottom, top);
    }
    int low = (int) Math.floor(Math.log10(Arrays.stream(positive).min().orElse(1)));
    int high = (int) Math.ceil(Math.log10(Arrays.stream(positive).max().orElse(1)));
    return new LogScale(low, Math.max(high, low + 1), bottom, top);
  }

  double y(double value) {
    double least = Math.pow(10, low);
    double share = (Math.log10(Math.max(least, value)) - low) / (high - low);
    return bottom - share * (bottom - top);
  }

  List<Double> decades() {
    return IntStream.rangeClosed(low, high).mapToObj(power -> Math.pow(10, power)).toList();
  }
}
