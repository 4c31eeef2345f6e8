package nadzor.story.catalogue;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Map;

/** A comparison for people, at most 100 columns where the words allow it. */
public record ComparisonTable(Comparison comparison) {
  private static final int TECHNIQUE = 31;
  private static final int TARGET = 18;
  private static final int OUTCOME = 15;

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
    boolean here = each.standing() != Comparison.Standing.NOT_REPRESENTABLE;
    row(
        text,
        "  " + cell.technique(),
        cell.target(),
        cell.expected().text() + " [" + cell.tag() + "]",
        here ? shown(each) : "",
        here ? each.standing().words() : "not here: " + each.outcome());
    each.limit().ifPresent(why -> text.append("      ").append(why).append('\n'));
    if (each.standing() == Comparison.Standing.DIFFERS) {
      each.found()
          .ifPresent(found -> text.append("      ").append(found.why()).append('\n'));
    }
  }

  private static String shown(Comparison.Verdict each) {
    boolean measured = each.standing() != Comparison.Standing.NOT_MEASURED;
    return measured ? each.outcome() : "-";
  }

  private static void row(
      StringBuilder text, String first, String target, String expected, String found, String end) {
    String line =
        Strings.padEnd(first, TECHNIQUE, ' ')
            + Strings.padEnd(" " + target, TARGET, ' ')
            + Strings.padEnd(" " + expected, OUTCOME + 3, ' ')
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
