package nadzor.impact.traffic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time at which a resolver's log line begins: {@code [1615359600]}, {@code
 * 2021-03-10T07:00:01.500Z}, {@code 10-Mar-2021 10:00:00.123}; {@code Mar 10 10:00:01} has no year
 * and so cannot be read. Empty where a line begins with none.
 */
final class LogTime {
  private static final Pattern FORM =
      Pattern.compile(
          "\\[([0-9]{9,11})\\].*"
              + "|([0-9]{4}-[0-9]{2}-[0-9]{2}T[^ ]+) .*"
              + "|([0-9]{1,4}-[0-9A-Za-z]{2,3}-[0-9]{2,4} [0-9]{2}:[0-9]{2}:[0-9.,]+).*"
              + "|([A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2}) .*",
          Pattern.DOTALL);

  private LogTime() {}

  static String of(String line) {
    Matcher found = FORM.matcher(line);
    if (found.matches()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.start(group) >= 0) {
          return line.substring(found.start(group), found.end(group));
        }
      }
    }
    return "";
  }
}
