package nadzor.impact.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nadzor.impact.Breakdown;
import nadzor.impact.Collateral;
import nadzor.impact.ControlHit;
import nadzor.impact.Dimension;
import nadzor.impact.HitName;
import nadzor.impact.Impact;
import nadzor.impact.Outcome;
import nadzor.impact.ViewImpact;
import nadzor.impact.traffic.TrafficSummary;

/**
 * The impact for a terminal.
 *
 * @param over what is over the limits, in words
 */
public record ImpactText(Impact impact, List<String> over) {
  private static final int ROWS = 8;
  private static final int KEY = 52;

  /** Some dozens of lines. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("from  " + version(impact.from()));
    lines.add("to    " + version(impact.to()));
    impact.traffic().files().forEach(file -> traffic(file, lines));
    lines.add(
        "%s requests for %s names were judged"
            .formatted(Numbers.of(impact.requests()), Numbers.of(impact.names())));
    impact.views().forEach(view -> view(view, lines));
    controls(lines);
    impact.notes().forEach(note -> lines.add("note: " + note));
    over.forEach(one -> lines.add("OVER THE LIMIT: " + one));
    return String.join("\n", lines.stream().map(ImpactText::printable).toList());
  }

  /** What comes from a log or a list may hold octets that a terminal obeys. */
  private static String printable(String line) {
    return line.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }

  private static String version(Impact.Version version) {
    return "%s  %s rules  sha256 %s"
        .formatted(version.name(), Numbers.of(version.rules()), version.hash().substring(0, 16));
  }

  private static void traffic(TrafficSummary.FileSummary file, List<String> lines) {
    lines.add(
        "log   %s  %s, %s rows, %s left out"
            .formatted(
                file.name(),
                file.format().word(),
                Numbers.of(file.rows()),
                Numbers.of(file.skippedRows())));
    for (TrafficSummary.Skipped skipped : file.skipped()) {
      lines.add(
          "        %s: %s, the first at %s"
              .formatted(skipped.why().words(), Numbers.of(skipped.rows()), skipped.first()));
    }
  }

  private static void view(ViewImpact view, List<String> lines) {
    lines.add("");
    lines.add(row(view.view().toUpperCase(Locale.ROOT), "REQUESTS", "SHARE", "NAMES"));
    for (Outcome outcome : Outcome.values()) {
      long requests = view.of(outcome).requests();
      lines.add(
          row(
              "  " + outcome.word(),
              Numbers.of(requests),
              Numbers.share(requests, view.requests()),
              Numbers.of(view.of(outcome).names())));
    }
    view.times().ifPresent(times -> lines.addAll(new PeriodReport(times).lines()));
    for (Dimension by : Dimension.values()) {
      table(view.by(by), lines);
    }
    collateral(view.collateral(), lines);
  }

  private static String row(String key, String a, String b, String c) {
    String cut = key.length() > KEY ? key.substring(0, KEY - 1) + "…" : key;
    return String.format(Locale.ROOT, "%-" + KEY + "s %14s %10s %10s", cut, a, b, c);
  }

  private static void table(Breakdown table, List<String> lines) {
    List<Breakdown.Row> changed =
        table.rows().stream()
            .filter(row -> row.counts().keySet().stream().anyMatch(Outcome::isChange))
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    lines.add(
        row(
            "  by " + table.by().word() + " (" + Numbers.of(table.keys()) + ")",
            "RESTRICTED",
            "",
            "FREED"));
    for (Breakdown.Row row : changed.subList(0, Math.min(ROWS, changed.size()))) {
      lines.add(
          row(
              "    " + row.key(),
              Numbers.of(row.of(Outcome.NEWLY_RESTRICTED).requests()),
              "",
              Numbers.of(row.of(Outcome.NEWLY_FREE).requests())));
    }
  }

  private static void collateral(Collateral collateral, List<String> lines) {
    if (collateral.all().names() == 0) {
      return;
    }
    lines.add(
        "  hit without being named: %s requests, %s names; of sites that no such rule is about: %s, %s"
            .formatted(
                Numbers.of(collateral.all().requests()),
                Numbers.of(collateral.all().names()),
                Numbers.of(collateral.strangers().requests()),
                Numbers.of(collateral.strangers().names())));
    for (HitName hit : collateral.top().subList(0, Math.min(ROWS, collateral.top().size()))) {
      lines.add(
          row("    " + hit.name(), Numbers.of(hit.requests()), hit.reach().word(), "")
                  .stripTrailing()
              + "  "
              + hit.rule());
    }
  }

  private void controls(List<String> lines) {
    if (impact.controls() > 0) {
      lines.add("");
      lines.add(
          "controls: %d asked, %d restricted"
              .formatted(impact.controls(), impact.controlHits().size()));
    }
    for (ControlHit hit : impact.controlHits()) {
      lines.add(
          "  %s: %s under %s%s by %s; %s requests have it for a twin"
              .formatted(
                  hit.control().name(),
                  hit.measure(),
                  hit.view(),
                  hit.before() ? " (as before)" : "",
                  hit.rule(),
                  Numbers.of(hit.requests())));
    }
  }
}
