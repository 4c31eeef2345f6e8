package nadzor.impact.report;

import java.util.Locale;
import nadzor.impact.Count;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String of(Count count) {
    return of(count.requests()) + " (" + of(count.names()) + ")";
  }

  /** A share with as many digits as tell it from nothing. */
  static String share(long part, long all) {
    if (part == 0 || all == 0) {
      return "0 %";
    }
    double percent = 100.0 * part / all;
    return percent < 0.01
        ? String.format(Locale.ROOT, "%.2g %%", percent)
        : String.format(Locale.ROOT, "%.2f %%", percent);
  }
}
