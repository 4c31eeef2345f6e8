package nadzor.story.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadzor.registry.Answer;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Violation;
import nadzor.story.StepResult;

/** All that happened up to the last instant played, and what was planned for later by then. */
record Happenings(Played played) {
  List<Happening> inOrder() {
    List<Happening> all = new ArrayList<>();
    played.entries(CaseFile.class).forEach(one -> all.add(opened(one)));
    violations(all);
    played.demands().forEach(demand -> demand(all, demand));
    played.entries(Answer.class).forEach(one -> all.add(answered(one)));
    played.decisions().forEach(decision -> decision(all, decision));
    played.steps().forEach(step -> all.add(measured(step)));
    all.sort(Comparator.comparing(Happening::at));
    return all;
  }

  private static Happening opened(CaseFile file) {
    Html said = Tag.link(Words.anchor("case", file.id()), file.id());
    return new Happening(file.opened(), "case opened", said);
  }

  private void violations(List<Happening> all) {
    Map<Instant, Long> counts =
        played.violations().stream()
            .collect(Collectors.groupingBy(Violation::at, TreeMap::new, Collectors.counting()));
    long total = 0;
    for (Map.Entry<Instant, Long> day : counts.entrySet()) {
      total += day.getValue();
      String said = Words.count(day.getValue(), "violation") + ", " + total + " so far";
      all.add(new Happening(day.getKey(), "recorded", Html.text(said)));
    }
  }

  private void demand(List<Happening> all, Demand demand) {
    Html link = Tag.link(Words.anchor("demand", demand.id()), demand.id());
    all.add(new Happening(demand.madeAt(), "demanded", link));
    demand
        .until()
        .filter(end -> !end.isAfter(played.until()))
        .ifPresent(end -> all.add(new Happening(end, "term ends", termEnds(demand, end, link))));
  }

  private Html termEnds(Demand demand, Instant end, Html link) {
    String state = played.known().demandState(demand.id(), end).map(Words::of).orElse("open");
    return Html.all(link, Html.text(": " + state));
  }

  private static Happening answered(Answer answer) {
    Html link = Tag.link(Words.anchor("demand", answer.demandId()), answer.demandId());
    Html said = Html.all(link, Html.text(": " + answer.text()));
    return new Happening(answer.answeredAt(), Words.of(answer.outcome()), said);
  }

  private void decision(List<Happening> all, Decision decision) {
    Html link = Tag.link(Words.anchor("decision", decision.id()), decision.id());
    Html said = Html.all(link, Html.text(": " + played.order(decision)));
    played
        .known()
        .moves(decision.id())
        .forEach(move -> all.add(new Happening(move.at(), move.to().word(), said)));
  }

  private static Happening measured(StepResult step) {
    String name = step.step().name();
    Html link = Tag.link(Words.anchor("step", name), name);
    return new Happening(step.step().at(), "measured", link);
  }
}
