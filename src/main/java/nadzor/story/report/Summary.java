package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.probe.Outcome;
import nadzor.story.Measured;
import nadzor.story.NetworkPlan;
import nadzor.story.StepResult;

/** The run in words and in one table. */
record Summary(Played played) {
  Section section() {
    return Section.of(
        "summary",
        "Summary",
        tag("p").text(extent()),
        tag("p").text(records()),
        glance(),
        through());
  }

  private String extent() {
    List<Measured> cells = played.cells();
    return "Played %d of %s, %s in Moscow, with seed %d. The probe made %s: %s, %s, %s."
        .formatted(
            played.steps().size(),
            Words.count(played.scenario().steps().size(), "step"),
            played.days(),
            played.result().seed(),
            Words.count(cells.size(), "visit"),
            Words.count(cells.stream().map(Measured::site).distinct().count(), "site"),
            Words.count(cells.stream().map(Measured::technique).distinct().count(), "technique"),
            Words.count(cells.stream().map(Measured::network).distinct().count(), "network"));
  }

  private String records() {
    long reconstructed = played.violations().stream().filter(one -> one.reconstructed()).count();
    return "On record by then: %s (%d of them reconstructed from published totals), %s and %s; %s were published. %s"
        .formatted(
            Words.count(played.violations().size(), "violation"),
            reconstructed,
            Words.count(played.demands().size(), "demand"),
            Words.count(played.decisions().size(), "decision"),
            Words.count(played.statements().size(), "statement"),
            verdict());
  }

  private String verdict() {
    int differences = played.result().differences().size();
    if (differences > 0) {
      return Words.count(differences, "difference") + " from what the scenario expects.";
    }
    return played.compared() == 0
        ? "Nothing was compared with what the scenario expects."
        : "Everything measured came out as the scenario expects.";
  }

  private Html glance() {
    List<String> networks = played.scenario().networks().stream().map(NetworkPlan::name).toList();
    List<List<Html>> rows = played.steps().stream().map(step -> row(step, networks)).toList();
    List<String> columns =
        Stream.concat(Stream.of("Step", "Moscow time"), networks.stream()).toList();
    return new Table("What did not get through, by step and network", columns, rows).html();
  }

  private List<Html> row(StepResult step, List<String> networks) {
    List<Html> row = new ArrayList<>();
    row.add(Tag.link(Words.anchor("step", step.step().name()), step.step().name()));
    row.add(When.brief(step.step().at()));
    networks.forEach(network -> row.add(Tally.of(step, network).html()));
    return row;
  }

  private Html through() {
    Optional<StepResult> last =
        played.steps().stream().filter(step -> !step.cells().isEmpty()).reduce((a, b) -> b);
    return last.map(this::through).orElse(Html.NONE);
  }

  private Html through(StepResult last) {
    List<Html> lines =
        played.scenario().networks().stream()
            .filter(network -> !network.control())
            .map(network -> through(last, network.name()))
            .toList();
    return Html.all(
        tag("h3").text("What still got through at the step “" + last.step().name() + "”"),
        tag("ul").holding(lines));
  }

  private static Html through(StepResult last, String network) {
    List<Measured> cells =
        last.cells().stream().filter(cell -> cell.network().equals(network)).toList();
    List<Html> open =
        cells.stream()
            .map(Measured::technique)
            .distinct()
            .filter(technique -> allOk(cells, technique))
            .map(technique -> tag("code").text(technique))
            .toList();
    Html said = open.isEmpty() ? Html.text("no technique, to every site") : Html.listed(open);
    return tag("li").holding(tag("strong").text(network), Html.text(": "), said);
  }

  private static boolean allOk(List<Measured> cells, String technique) {
    return cells.stream()
        .filter(cell -> cell.technique().equals(technique))
        .allMatch(cell -> cell.outcome().equals(Outcome.OK));
  }
}
