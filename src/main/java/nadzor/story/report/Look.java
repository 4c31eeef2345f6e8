package nadzor.story.report;

import java.util.Arrays;

/** How an outcome looks: a word, always written too, and a class of the style sheet. */
enum Look {
  OK,
  SLOW,
  BLOCKED,
  DOWN,
  UNSURE,
  /** Sites of one field disagree, or nothing was measured. */
  MIXED;

  String word() {
    return Words.of(this);
  }

  /** From the text of an outcome, or of a matrix cell. */
  static Look of(String text) {
    return Arrays.stream(values())
        .filter(look -> text.equals(look.word()) || isStage(text, look))
        .findFirst()
        .orElse(MIXED);
  }

  private static boolean isStage(String text, Look look) {
    return text.startsWith(look.word() + "(") && text.endsWith(")");
  }
}
