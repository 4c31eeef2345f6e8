package nadzor.story.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Entry;
import nadzor.registry.MoscowTime;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.Role;
import nadzor.registry.Statement;
import nadzor.registry.Violation;
import nadzor.story.Measured;
import nadzor.story.Scenario;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;

/**
 * What the page is about. Immutable.
 *
 * @param result of the run so far
 * @param until the last instant that was played; the first step's before that
 * @param known what was recorded by then
 */
record Played(StoryResult result, Instant until, Registry known) {
  static Played of(StoryResult result) {
    Instant until =
        Stream.concat(
                result.steps().stream().map(StepResult::step),
                result.scenario().steps().stream().limit(1))
            .map(step -> step.at())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return new Played(result, until, result.scenario().journal().at(until));
  }

  Scenario scenario() {
    return result.scenario();
  }

  List<StepResult> steps() {
    return result.steps();
  }

  List<Measured> cells() {
    return steps().stream().flatMap(step -> step.cells().stream()).toList();
  }

  /** How many visits the scenario expects something of. */
  long compared() {
    return cells().stream().filter(cell -> cell.expected().isPresent()).count();
  }

  List<Statement> statements() {
    return steps().stream().flatMap(step -> step.statements().stream()).toList();
  }

  /** Everything recorded of that kind by then, in order. */
  <E extends Entry> List<E> entries(Class<E> kind) {
    return scenario().journal().entries().stream()
        .filter(recorded -> !recorded.at().isAfter(until))
        .map(Recorded::entry)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** All violations recorded by then, retracted ones left out; in order of time. */
  List<Violation> violations() {
    return scenario().catalogue().platforms().stream()
        .flatMap(platform -> known.violations(platform.id(), until).stream())
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .toList();
  }

  List<Demand> demands() {
    return known.demands();
  }

  List<Decision> decisions() {
    return known.decisions();
  }

  /** The names of platforms, as people write them. */
  String names(List<String> platforms) {
    return platforms.stream()
        .map(id -> scenario().catalogue().platform(id).map(one -> one.name()).orElse(id))
        .collect(Collectors.joining(", "));
  }

  /** As {@code block Instagram (front, cdn)}. */
  String order(Decision decision) {
    String scope =
        decision.order().scope().stream().map(Role::word).collect(Collectors.joining(", "));
    return decision.order().measure().word()
        + " "
        + names(decision.order().targets())
        + " ("
        + scope
        + ")";
  }

  /** From the first to the last day played, in Moscow. */
  String days() {
    if (steps().isEmpty()) {
      return "no day";
    }
    Instant first = steps().get(0).step().at();
    boolean one = MoscowTime.dateOf(first).equals(MoscowTime.dateOf(until));
    return one ? When.day(until) : When.day(first) + " to " + When.day(until);
  }
}
