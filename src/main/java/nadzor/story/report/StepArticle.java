package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Statement;
import nadzor.story.Matrix;
import nadzor.story.StepResult;

/**
 * One step.
 *
 * @param index its place among the steps played, from 0
 * @param publishedBefore how many statements the steps before published
 */
record StepArticle(Played played, int index, int publishedBefore) {
  Html html() {
    StepResult step = step();
    List<Matrix> matrices = Matrix.of(step, before());
    String name = step.step().name();
    List<Html> parts = new ArrayList<>();
    parts.add(
        tag("h3")
            .holding(tag("span", "number").text(Integer.toString(index + 1)), Html.text(name)));
    parts.add(tag("p", "date").holding(When.both(step.step().at())));
    parts.add(step.step().about().isEmpty() ? Html.NONE : tag("p").text(step.step().about()));
    parts.add(step.complete() ? Html.NONE : stopped());
    parts.add(facts(matrices));
    List<Matrix> earlier = before().map(one -> Matrix.of(one, Optional.empty())).orElse(List.of());
    matrices.forEach(matrix -> parts.add(new MatrixTable(step, matrix, earlier).html()));
    return tag("article", "step").with("id", Words.anchor("step", name)).holding(parts);
  }

  private StepResult step() {
    return played.steps().get(index);
  }

  private Optional<StepResult> before() {
    return index == 0 ? Optional.empty() : Optional.of(played.steps().get(index - 1));
  }

  private static Html stopped() {
    return tag("p", "banner incomplete")
        .holding(
            tag("strong").text("Stopped within this step."),
            Html.text(" What is missing says nothing."));
  }

  private Html facts(List<Matrix> matrices) {
    Facts facts = new Facts();
    if (index > 0) {
      facts.add("Changed", changed(matrices));
    }
    facts.add("Published", statements());
    facts.add("Register", register());
    facts.add("Blocklist version", versions());
    step()
        .unenforced()
        .forEach(one -> facts.add("Not enforced", tag("span", "warn").text(one.text())));
    return facts.html();
  }

  private static String changed(List<Matrix> matrices) {
    long changed =
        matrices.stream()
            .flatMap(matrix -> matrix.rows().values().stream().flatMap(List::stream))
            .filter(Matrix.Cell::changed)
            .count();
    return (changed == 0 ? "no field" : Words.count(changed, "field")) + " since the step before";
  }

  private Html statements() {
    List<Statement> published = step().statements();
    List<Html> links =
        IntStream.range(0, published.size())
            .mapToObj(
                i ->
                    Tag.link(
                        PublicStatements.anchor(publishedBefore + i), published.get(i).title()))
            .toList();
    return links.isEmpty() ? Html.text("nothing") : Html.listed(links);
  }

  private Html register() {
    List<Html> entries = step().register().stream().map(this::entry).toList();
    return entries.isEmpty() ? Html.text("no entry in force") : Html.listed(entries);
  }

  private Html entry(RegisterEntry entry) {
    String names =
        entry.resources().stream()
            .map(resource -> resource.matcher().toString())
            .collect(Collectors.joining(" "));
    return Html.all(
        Tag.link(Words.anchor("decision", entry.decisionId()), entry.decisionId()),
        Html.text(
            ": %s %s "
                .formatted(entry.measure().word(), played.names(List.of(entry.platformId())))),
        tag("code").text(names));
  }

  private Html versions() {
    return Html.text(
        played.scenario().networks().stream()
            .map(plan -> plan.name())
            .filter(step().versions()::containsKey)
            .map(name -> name + " " + step().versions().getOrDefault(name, 0L))
            .collect(Collectors.joining(", ")));
  }
}
