package nadzor.cli;

import java.util.ArrayList;
import java.util.List;

/** Plain text for a terminal of 80 columns. */
final class Text {
  private static final int WIDTH = 80;

  private Text() {}

  /** Broken at blanks, every line behind the same mark. */
  static String wrapped(String text, String mark) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(mark);
    for (String word : text.strip().split("\\s+", -1)) {
      boolean full = line.length() + 1 + word.length() > WIDTH && line.length() > mark.length();
      if (full) {
        lines.add(line.toString());
        line = new StringBuilder(mark);
      }
      line.append(line.length() > mark.length() ? " " : "").append(word);
    }
    lines.add(line.toString().stripTrailing());
    return String.join(System.lineSeparator(), lines);
  }
}
