package nadzor.exchange;

/** The words of a line, with their columns; no word is copied before it is asked for. */
final class Words {
  private final String text;
  private int start;
  private int end;

  Words(String text) {
    this.text = text;
  }

  /** Goes to the next word; false at the end. */
  boolean next() {
    start = end;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    end = start;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return end > start;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  String word() {
    return text.substring(start, end);
  }

  int column() {
    return start + 1;
  }

  /** What stands after this word. */
  String rest() {
    return text.substring(end).strip();
  }
}
