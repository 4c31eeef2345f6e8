package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/** Writes statements from what a registry knows. */
record StatementText(Registry registry) {
  Statement demand(Demand demand, Instant at) {
    Subject subject = registry.caseOf(demand, demand.caseId()).subject();
    String title = "Demand to " + registry.catalogue().name(subject);
    String term =
        demand
            .until()
            .map(end -> "To be met before " + MoscowTime.both(end) + ".\n")
            .orElse("No term is set.\n");
    String body =
        demand.by()
            + " demands to "
            + demand.what()
            + ".\n"
            + Evidence.of(registry, subject, demand.madeAt()).text()
            + term
            + "Demand "
            + demand.id()
            + ", case "
            + demand.caseId()
            + ".\n";
    return statement(StatementKind.DEMAND, at, demand.id(), demand.caseId(), title, body);
  }

  Statement announcement(Decision decision, Instant at) {
    DecisionWords words = new DecisionWords(registry, decision);
    String title = words.headline() + " announced";
    return about(decision, StatementKind.ANNOUNCEMENT, at, title, words.transition());
  }

  Statement restriction(Decision decision, Instant at) {
    DecisionWords words = new DecisionWords(registry, decision);
    return about(decision, StatementKind.RESTRICTION, at, words.headline(), words.replaces());
  }

  private Statement about(
      Decision decision, StatementKind kind, Instant at, String title, String last) {
    DecisionWords words = new DecisionWords(registry, decision);
    String body =
        words.decided()
            + Evidence.of(registry, decision, decision.timetable().takenAt()).text()
            + words.laws()
            + words.measure()
            + words.inForce()
            + last
            + words.reference();
    return statement(kind, at, decision.id(), decision.caseId(), title, body);
  }

  Statement lifting(Decision decision, Optional<Lifting> lifting, Instant at) {
    DecisionWords words = new DecisionWords(registry, decision);
    String title = words.headline() + " lifted";
    String body =
        lifting
                .map(one -> one.by() + " has lifted the restriction: " + one.why() + ".\n")
                .orElse("The term that the decision set has ended.\n")
            + words.decided()
            + words.measure()
            + "Lifted from "
            + MoscowTime.both(at)
            + ".\n"
            + words.reference();
    return statement(StatementKind.LIFTING, at, decision.id(), decision.caseId(), title, body);
  }

  private static Statement statement(
      StatementKind kind, Instant at, String about, String caseId, String title, String body) {
    String text =
        Statement.SIMULATION + "\n\n" + title + "\n" + MoscowTime.both(at) + "\n\n" + body;
    return new Statement(kind, at, about, caseId, title, text);
  }
}
