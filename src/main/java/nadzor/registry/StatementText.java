package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/** Writes statements in one language from what a registry knows. */
record StatementText(Registry registry, Language language) {
  Statement demand(Demand demand, Instant at) {
    Subject subject = registry.caseOf(demand, demand.caseId()).subject();
    Values values =
        new Values()
            .with("subject", registry.catalogue().name(subject))
            .with("by", demand.by())
            .with("what", demand.what())
            .with("until", demand.until().map(language::both))
            .with("id", demand.id())
            .with("case", demand.caseId())
            .with(Evidence.of(registry, subject, demand.madeAt()).values(language));
    return statement(StatementKind.DEMAND, at, demand.id(), demand.caseId(), values);
  }

  Statement announcement(Decision decision, Instant at) {
    return of(StatementKind.ANNOUNCEMENT, decision, at, values(decision).evidence());
  }

  Statement restriction(Decision decision, Instant at) {
    return of(StatementKind.RESTRICTION, decision, at, values(decision).evidence());
  }

  Statement lifting(Decision decision, Optional<Lifting> lifting, Instant at) {
    return of(StatementKind.LIFTING, decision, at, values(decision).lifting(lifting));
  }

  private DecisionValues values(Decision decision) {
    return new DecisionValues(registry, decision, language);
  }

  private Statement of(StatementKind kind, Decision decision, Instant at, Values more) {
    Values all = values(decision).values().with(more).with("published", language.both(at));
    return statement(kind, at, decision.id(), decision.caseId(), all);
  }

  private Statement statement(
      StatementKind kind, Instant at, String about, String caseId, Values values) {
    Templates templates = Templates.of(language);
    String filled = templates.fill(kind.template(), values.map());
    int end = filled.indexOf('\n');
    String title = filled.substring(0, end);
    String text =
        templates.fill("simulation", new Values().map())
            + "\n"
            + title
            + "\n"
            + language.both(at)
            + "\n\n"
            + filled.substring(end + 1);
    return new Statement(kind, at, about, caseId, title, text);
  }
}
