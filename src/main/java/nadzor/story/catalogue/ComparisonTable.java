package nadzor.story.catalogue;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.story.survey.SurveyTable;
import nadzor.story.survey.Surveyed;

/** A comparison for people, at most 100 columns where the words allow it. */
public record ComparisonTable(Comparison comparison) {
  private static final int TECHNIQUE = 31;
  private static final int TARGET = 20;
  private static final int OUTCOME = 15;
  private static final int TAG = 3;
  private static final String INDENT = "     ";
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** One table for each network, and the counts. */
  public String text() {
    StringBuilder text = new StringBuilder();
    comparison.verdicts().stream()
        .map(each -> each.cell().network())
        .distinct()
        .forEach(network -> table(network, text));
    text.append(counts()).append('\n');
    return text.toString();
  }

  private void table(String network, StringBuilder text) {
    row(text, network, "target", "expected", "found", "");
    comparison.verdicts().stream()
        .filter(each -> each.cell().network().equals(network))
        .forEach(each -> row(each, text));
    text.append('\n');
  }

  private static void row(Comparison.Verdict each, StringBuilder text) {
    CatalogueCell cell = each.cell();
    String technique = "  " + cell.technique();
    boolean wide = technique.length() > TECHNIQUE;
    if (wide) {
      text.append(technique).append('\n');
    }
    row(
        text,
        wide ? "" : technique,
        cell.target(),
        cell.expected().text() + " [" + cell.tag() + "]",
        shown(each),
        each.standing().words());
    remark(each).ifPresent(words -> text.append(wrapped(words)));
  }

  /** Why a cell stands as it does, where that is not plain. */
  private static Optional<String> remark(Comparison.Verdict each) {
    return switch (each.standing()) {
      case DIFFERS -> each.found().map(Surveyed::why);
      case LIMIT -> each.limit();
      case NOT_REPRESENTABLE -> Optional.of(each.outcome());
      default -> Optional.empty();
    };
  }

  private static String wrapped(String words) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : WORDS.split(words)) {
      if (line.length() + word.length() >= SurveyTable.PAGE) {
        text.append(line).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(' ').append(word);
    }
    return text.append(line).append('\n').toString();
  }

  private static String shown(Comparison.Verdict each) {
    return switch (each.standing()) {
      case NOT_MEASURED, NOT_REPRESENTABLE -> "-";
      default -> each.outcome();
    };
  }

  private static void row(
      StringBuilder text, String first, String target, String expected, String found, String end) {
    String line =
        Strings.padEnd(first, TECHNIQUE, ' ')
            + Strings.padEnd(" " + target, TARGET, ' ')
            + Strings.padEnd(" " + expected, OUTCOME + TAG, ' ')
            + Strings.padEnd(" " + found, OUTCOME, ' ')
            + " "
            + end;
    text.append(line.stripTrailing()).append('\n');
  }

  /** As {@code 120 agree, 1 differ, 30 not representable here}. */
  public String counts() {
    Map<Comparison.Standing, Integer> counts = comparison.counts();
    List<String> parts =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().words())
            .toList();
    return String.join(", ", parts);
  }
}
