package nadzor.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.office.View;
import nadzor.registry.Answer;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.registry.Move;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.Retraction;
import nadzor.registry.Violation;

/** All that happened in a case, and is planned. */
record Timeline(View view) {
  List<Happening> of(CaseFile file) {
    List<Happening> all = new ArrayList<>();
    Registry registry = view.registry();
    registry.recordsOn(file).forEach(recorded -> all.add(record(recorded)));
    for (Decision decision : registry.decisionsIn(file.id())) {
      registry.moves(decision.id()).forEach(move -> all.add(move(decision, move)));
    }
    registry.demandsIn(file.id()).forEach(demand -> term(demand).ifPresent(all::add));
    all.sort(Comparator.comparing(Happening::at));
    return all;
  }

  private static Happening record(Recorded<?> recorded) {
    Entry entry = recorded.entry();
    return new Happening(
        entry.happenedAt(),
        entry.kind().word(),
        entry.about(),
        title(entry),
        text(entry),
        Optional.empty(),
        Optional.of(recorded));
  }

  private static String title(Entry entry) {
    if (entry instanceof Demand demand) {
      return demand.by() + " demands to " + demand.what();
    }
    return entry instanceof Violation violation
        ? violation.title() + ": " + violation.breach()
        : entry.title();
  }

  private static String text(Entry entry) {
    if (entry instanceof Violation violation) {
      return violation.description();
    } else if (entry instanceof Retraction retraction) {
      return retraction.why();
    } else if (entry instanceof Answer answer) {
      String word = RecordShape.word(answer.outcome());
      return answer.text().isEmpty() ? word : word + ": " + answer.text();
    } else if (entry instanceof Dismissal dismissal) {
      return dismissal.why();
    } else if (entry instanceof Lifting lifting) {
      return lifting.why();
    } else if (entry instanceof CaseClosing closing) {
      return closing.why();
    }
    return "";
  }

  private static Happening move(Decision decision, Move move) {
    return new Happening(
        move.at(),
        "move",
        decision.id(),
        decision.title() + " " + move.to().word(),
        "",
        Optional.of(move.to().word()),
        Optional.empty());
  }

  private static Optional<Happening> term(Demand demand) {
    return demand
        .until()
        .map(
            end ->
                new Happening(
                    end,
                    "term",
                    demand.id(),
                    demand.title() + ": its term ends",
                    "",
                    Optional.empty(),
                    Optional.empty()));
  }
}
