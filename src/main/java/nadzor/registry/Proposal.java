package nadzor.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The decision that a policy rule proposes. Immutable.
 *
 * @param decisionId the id it will have
 * @param caseId the case it is taken in
 * @param authority who decides
 * @param agreedWith in agreement with whom
 * @param grounds the laws, dates and number it rests on
 * @param order what it orders, and on what
 * @param announcedAfter from taking it to announcing it
 * @param grace from the announcement to its coming into force
 * @param mark how the register marks its entries
 * @param supersedes the decision in whose place it stands
 */
public record Proposal(
    String decisionId,
    String caseId,
    String authority,
    Optional<String> agreedWith,
    Grounds grounds,
    Order order,
    Duration announcedAfter,
    Duration grace,
    RegisterMark mark,
    Optional<String> supersedes) {
  /** The same with its ids, its case and its targets put through a function. */
  Proposal filled(UnaryOperator<String> fill) {
    return new Proposal(
        fill.apply(decisionId),
        fill.apply(caseId),
        authority,
        agreedWith,
        grounds,
        new Order(order.measure(), order.scope(), order.targets().stream().map(fill).toList()),
        announcedAfter,
        grace,
        mark,
        supersedes.map(fill));
  }

  /** The decision, if it is proposed and taken at that instant. */
  Decision taken(Instant at, Because because) {
    Instant announced = at.plus(announcedAfter);
    return new Decision(
        decisionId,
        caseId,
        authority,
        agreedWith,
        grounds,
        order,
        new Timetable(at, at, announced, announced.plus(grace), Optional.empty(), Optional.empty()),
        mark,
        supersedes,
        Optional.of(because));
  }
}
