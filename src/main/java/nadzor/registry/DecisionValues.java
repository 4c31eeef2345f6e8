package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadzor.blocklist.Measure;

/** What the statements on a decision say of it. */
record DecisionValues(Registry registry, Decision decision, Language language) {
  Values values() {
    Grounds grounds = decision.grounds();
    Timetable times = decision.timetable();
    return itself()
        .with("case", decision.caseId())
        .with("names", Evidence.names(registry, decision.order().targets()))
        .with("authority", decision.authority())
        .with("agreedWith", decision.agreedWith())
        .with("number", grounds.number())
        .with("announcedDate", grounds.announcedDate().map(language::day))
        .with("registerDate", grounds.registerDate().map(language::day))
        .with("announcedLaw", grounds.announcedLaw())
        .with("registerLaw", grounds.registerLaw())
        .with(
            "roles",
            decision.order().scope().stream().map(Role::word).collect(Collectors.joining(", ")))
        .with("inForce", language.both(times.inForceFrom()))
        .with("end", times.until().map(language::both))
        .with("transition", times.transition())
        .with("old", replaced());
  }

  private Values itself() {
    return new Values()
        .with("id", decision.id())
        .with("partial", decision.order().measure() == Measure.THROTTLE)
        .with("taken", language.day(decision.timetable().takenAt()));
  }

  private List<Values> replaced() {
    return decision.supersedes().flatMap(registry::decision).stream()
        .map(old -> new DecisionValues(registry, old, language).itself())
        .toList();
  }

  Values evidence() {
    Instant until = decision.timetable().takenAt();
    return Evidence.of(registry, decision, until).values(language);
  }

  Values lifting(Optional<Lifting> lifting) {
    List<Values> one =
        lifting.stream()
            .map(lifted -> new Values().with("by", lifted.by()).with("why", lifted.why()))
            .toList();
    return new Values().with("lifting", one);
  }
}
