package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Platform;
import nadzor.registry.Subject;

/** The case files, as they stood at the last instant played. */
record Cases(Played played) {
  Section section() {
    List<Html> parts = new ArrayList<>();
    parts.add(
        tag("p", "quiet")
            .holding(Html.text("As they stood on "), When.both(played.until()), Html.text(".")));
    played.known().cases().forEach(file -> parts.add(article(file)));
    return new Section("cases", "Cases", parts);
  }

  private Html article(CaseFile file) {
    String name = played.scenario().catalogue().name(file.subject());
    List<Html> parts = new ArrayList<>();
    parts.add(tag("h3").holding(Html.text(name + " "), tag("code").text(file.id())));
    parts.add(facts(file));
    parts.add(violations(file));
    played.demands().stream()
        .filter(demand -> demand.caseId().equals(file.id()))
        .forEach(demand -> parts.add(new DemandCard(played, demand).html()));
    played.decisions().stream()
        .filter(decision -> decision.caseId().equals(file.id()))
        .forEach(decision -> parts.add(new DecisionCard(played, decision).html()));
    return tag("article", "case").with("id", Words.anchor("case", file.id())).holding(parts);
  }

  private Html facts(CaseFile file) {
    boolean onPlatform = file.subject() instanceof Subject.OfPlatform;
    Facts facts =
        new Facts()
            .add("Subject", (onPlatform ? "the platform " : "the operator of ") + platforms(file))
            .add("Kept by", file.authority())
            .add("Opened", When.both(file.opened()))
            .add(
                "State",
                played.known().caseState(file.id(), played.until()).map(state -> Words.of(state)));
    played.entries(CaseClosing.class).stream()
        .filter(closing -> closing.caseId().equals(file.id()))
        .forEach(
            closing ->
                facts.add(
                    "Closed",
                    Html.all(When.both(closing.closedAt()), Html.text(": " + closing.why()))));
    return facts.html();
  }

  private String platforms(CaseFile file) {
    return played.scenario().catalogue().reach(file.subject()).stream()
        .map(Platform::name)
        .collect(Collectors.joining(", "));
  }

  /** An operator's case leaves those to the cases on its platforms that these list. */
  private Html violations(CaseFile file) {
    List<Platform> reached = played.scenario().catalogue().reach(file.subject());
    List<String> elsewhere =
        file.subject() instanceof Subject.OfPlatform
            ? List.of()
            : reached.stream().map(Platform::id).filter(this::hasCase).toList();
    List<String> here =
        reached.stream().map(Platform::id).filter(id -> !elsewhere.contains(id)).toList();
    Html table = new ViolationTable(played, here).html();
    if (elsewhere.isEmpty()) {
      return table;
    }
    String said =
        "Violations by %s are listed in the cases on them.".formatted(played.names(elsewhere));
    return Html.all(tag("p", "quiet").text(said), here.isEmpty() ? Html.NONE : table);
  }

  private boolean hasCase(String platform) {
    return played.known().cases().stream()
        .anyMatch(file -> file.subject().equals(new Subject.OfPlatform(platform)));
  }
}
