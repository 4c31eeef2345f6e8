package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.IntStream;
import nadzor.registry.Violation;

/** The violations by some platforms; their sources are listed once, below. */
record ViolationTable(Played played, List<String> platforms) {
  Html html() {
    List<Violation> all =
        played.entries(Violation.class).stream()
            .filter(one -> platforms.contains(one.platformId()))
            .toList();
    if (all.isEmpty()) {
      return tag("p", "quiet").text("No violation by " + played.names(platforms) + " is recorded.");
    }
    List<String> sources = all.stream().map(Violation::source).distinct().toList();
    String caption = "Violations by " + played.names(platforms);
    Html table =
        new Table(
                caption,
                List.of("Record", "Day", "Kind", "Legal basis", "What happened", "Source"),
                all.stream().map(one -> row(one, sources)).toList())
            .html();
    return tag("details").holding(tag("summary").text(summary(all)), table, list(sources));
  }

  private static String summary(List<Violation> all) {
    long reconstructed = all.stream().filter(Violation::reconstructed).count();
    return Words.count(all.size(), "violation")
        + " recorded, "
        + reconstructed
        + " of them reconstructed from published totals";
  }

  private List<Html> row(Violation violation, List<String> sources) {
    return List.of(
        Html.all(tag("code").text(violation.id()), marks(violation)),
        tag("span", "nowrap").text(When.shortDate(violation.date())),
        Html.text(violation.breach()),
        Html.text(violation.legalBasis()),
        Html.text(violation.description()),
        Html.text("[" + (sources.indexOf(violation.source()) + 1) + "]"));
  }

  private Html marks(Violation violation) {
    Html reconstructed =
        violation.reconstructed() ? tag("span", "tagged").text("reconstructed") : Html.NONE;
    Html retracted = counts(violation) ? Html.NONE : tag("span", "tagged").text("retracted");
    return Html.all(reconstructed, retracted);
  }

  private boolean counts(Violation violation) {
    return played.violations().contains(violation);
  }

  private static Html list(List<String> sources) {
    return tag("ol", "sources")
        .holding(
            IntStream.range(0, sources.size())
                .mapToObj(i -> tag("li").text("[" + (i + 1) + "] " + sources.get(i)))
                .toList());
  }
}
