package nadzor.impact.traffic;

import java.util.Locale;
import java.util.OptionalInt;
import org.xbill.DNS.Type;

/** Query types as logs write them: {@code AAAA}, {@code TYPE65}, {@code 28}. */
public final class QueryType {
  /** What is assumed where a log tells none. */
  public static final int A = 1;

  private static final int MOST = 65_535;
  private static final int MOST_DIGITS = 5;

  private QueryType() {}

  /** The number; that of A for an empty text; empty for what is no type. */
  public static OptionalInt of(String written) {
    if (written.isEmpty() || written.equals("A")) {
      return OptionalInt.of(A);
    }
    int number = isNumber(written) ? Integer.parseInt(written) : named(written);
    return number < 1 || number > MOST ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static int named(String written) {
    return written.length() > 16 ? 0 : Type.value(written.toUpperCase(Locale.ROOT));
  }

  private static boolean isNumber(String written) {
    return written.length() <= MOST_DIGITS && written.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
