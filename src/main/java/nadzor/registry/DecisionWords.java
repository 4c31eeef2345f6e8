package nadzor.registry;

import java.util.stream.Collectors;
import nadzor.blocklist.Measure;

/** The sentences of a statement that come from a decision. */
record DecisionWords(Registry registry, Decision decision) {
  /** As {@code Full restriction of Facebook}. */
  String headline() {
    String kind = partial() ? "Partial" : "Full";
    return kind + " restriction of " + names();
  }

  String names() {
    return Evidence.names(registry, decision.order().targets());
  }

  private boolean partial() {
    return decision.order().measure() == Measure.THROTTLE;
  }

  /** Who decided what, when, in agreement with whom. */
  String decided() {
    return decision.authority()
        + decision.agreedWith().map(other -> ", in agreement with " + other + ",").orElse("")
        + " decided on "
        + MoscowTime.day(decision.timetable().takenAt())
        + decision.grounds().number().map(number -> " (No. " + number + ")").orElse("")
        + ".\n"
        + dates();
  }

  private String dates() {
    Grounds grounds = decision.grounds();
    String announced =
        grounds
            .announcedDate()
            .map(date -> "Date of the decision as announced: " + MoscowTime.day(date) + ".\n")
            .orElse("");
    String shown =
        grounds
            .registerDate()
            .map(date -> "Date of the decision in the register: " + MoscowTime.day(date) + ".\n")
            .orElse("");
    return announced + shown;
  }

  String laws() {
    return "Legal basis as announced: "
        + decision.grounds().announcedLaw()
        + ".\nLegal basis in the register: "
        + decision.grounds().registerLaw()
        + ".\n";
  }

  String measure() {
    String what =
        partial()
            ? "partial restriction, access is slowed down"
            : "full restriction, access is blocked";
    String roles =
        decision.order().scope().stream().map(Role::word).collect(Collectors.joining(", "));
    return "Measure: " + what + " (resources: " + roles + ").\n";
  }

  String inForce() {
    Timetable times = decision.timetable();
    return "In force from "
        + MoscowTime.both(times.inForceFrom())
        + times.until().map(end -> " until " + MoscowTime.both(end)).orElse("")
        + ".\n";
  }

  String transition() {
    return decision
        .timetable()
        .transition()
        .map(words -> "Transition, as announced: " + words + ".\n")
        .orElse("");
  }

  String replaces() {
    return decision
        .supersedes()
        .flatMap(registry::decision)
        .map(old -> new DecisionWords(registry, old).asReplaced())
        .orElse("");
  }

  private String asReplaced() {
    String kind = partial() ? "partial" : "full";
    return "It stands in the place of the "
        + kind
        + " restriction of "
        + MoscowTime.day(decision.timetable().takenAt())
        + " ("
        + decision.id()
        + ").\n";
  }

  String reference() {
    return "Decision " + decision.id() + ", case " + decision.caseId() + ".\n";
  }
}
