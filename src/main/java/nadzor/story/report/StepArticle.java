package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadzor.registry.RegisterEntry;
import nadzor.story.Matrix;
import nadzor.story.StepResult;

/**
 * One step.
 *
 * @param publishedBefore how many statements the steps before published
 */
record StepArticle(Played played, StepResult step, int publishedBefore) {
  Html html() {
    String name = step.step().name();
    List<Html> parts = new ArrayList<>();
    parts.add(tag("h3").text(name));
    parts.add(tag("p", "date").holding(When.both(step.step().at())));
    parts.add(step.step().about().isEmpty() ? Html.NONE : tag("p").text(step.step().about()));
    parts.add(step.complete() ? Html.NONE : stopped());
    parts.add(facts());
    Matrix.of(step, played.before(step))
        .forEach(matrix -> parts.add(new MatrixTable(played, step, matrix).html()));
    return tag("article", "step").with("id", Words.anchor("step", name)).holding(parts);
  }

  private static Html stopped() {
    return tag("p", "banner incomplete")
        .holding(
            tag("strong").text("Stopped within this step."),
            Html.text(" What is missing says nothing."));
  }

  private Html facts() {
    Facts facts = new Facts();
    facts.add("Published", statements());
    facts.add("Register", register());
    facts.add("Blocklist version", versions());
    step.unenforced()
        .forEach(one -> facts.add("Not enforced", tag("span", "warn").text(one.text())));
    return facts.html();
  }

  private Html statements() {
    List<Html> links =
        IntStream.range(0, step.statements().size())
            .mapToObj(
                i ->
                    Tag.link(
                        PublicStatements.anchor(publishedBefore + i),
                        step.statements().get(i).title()))
            .toList();
    return links.isEmpty() ? Html.text("nothing since the step before") : Html.listed(links);
  }

  private Html register() {
    List<Html> entries = step.register().stream().map(this::entry).toList();
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
            .filter(step.versions()::containsKey)
            .map(name -> name + " " + step.versions().getOrDefault(name, 0L))
            .collect(Collectors.joining(", ")));
  }
}
