package nadzor.impact.traffic;

import java.util.Locale;
import java.util.Optional;
import nadzor.flow.DomainName;

/** Names of queries in one spelling. */
public final class QueryName {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private QueryName() {}

  /**
   * Lower case, A-labels, without the root's dot; {@code .} is the root. Any printable ASCII is
   * taken, as queries may hold it; empty for what no query can ask, and for escapes.
   */
  public static Optional<String> of(String written) {
    if (written.equals(".")) {
      return Optional.of(written);
    }
    int end = written.endsWith(".") ? written.length() - 1 : written.length();
    boolean lower = true;
    int label = 0;
    for (int i = 0; i < end; i++) {
      char c = written.charAt(i);
      if (c > '~') {
        return DomainName.tryOf(written).map(DomainName::text);
      }
      if (c <= ' ' || c == '\\' || (c == '.' ? label == 0 : label == MAX_LABEL)) {
        return Optional.empty();
      }
      lower &= c < 'A' || c > 'Z';
      label = c == '.' ? 0 : label + 1;
    }
    if (label == 0 || end > MAX_NAME) {
      return Optional.empty();
    }
    String bare = end == written.length() ? written : written.substring(0, end);
    return Optional.of(lower ? bare : bare.toLowerCase(Locale.ROOT));
  }
}
