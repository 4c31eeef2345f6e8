package nadzor.cli.option;

import java.util.OptionalDouble;

/** A share as people write it: {@code 0.1} or {@code 10%}. */
public final class Share {
  private Share() {}

  /** From 0 to 1; empty where it is none. */
  public static OptionalDouble of(String written) {
    boolean percent = written.endsWith("%");
    try {
      double number =
          Double.parseDouble(percent ? written.substring(0, written.length() - 1) : written);
      double share = percent ? number / 100 : number;
      return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
