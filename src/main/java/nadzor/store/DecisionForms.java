package nadzor.store;

import static nadzor.store.Choices.list;
import static nadzor.store.Choices.maybe;
import static nadzor.store.Texts.TEXT;
import static nadzor.store.Texts.WORD;
import static nadzor.store.Values.DATE;
import static nadzor.store.Values.DURATION;
import static nadzor.store.Values.INSTANT;

import nadzor.blocklist.Measure;
import nadzor.registry.Because;
import nadzor.registry.BlockType;
import nadzor.registry.Decision;
import nadzor.registry.Grounds;
import nadzor.registry.Order;
import nadzor.registry.Proposal;
import nadzor.registry.Proposed;
import nadzor.registry.RegisterMark;
import nadzor.registry.Role;
import nadzor.registry.Timetable;

/** The forms of decisions and their proposals. */
final class DecisionForms {
  static final Codec<Role> ROLE = Choices.of(Role.class, Role::word);

  private static final Form<Grounds> GROUNDS =
      Form.of(Grounds.class)
          .with("announcedLaw", WORD, Grounds::announcedLaw)
          .with("registerLaw", WORD, Grounds::registerLaw)
          .with("number", maybe(TEXT), Grounds::number)
          .with("announcedDate", maybe(DATE), Grounds::announcedDate)
          .with("registerDate", maybe(DATE), Grounds::registerDate)
          .make(in -> new Grounds(in.next(), in.next(), in.next(), in.next(), in.next()));

  private static final Form<Order> ORDER =
      Form.of(Order.class)
          .with("measure", Choices.of(Measure.class, Measure::word), Order::measure)
          .with("scope", Choices.set(Role.class, ROLE), Order::scope)
          .with("targets", list(WORD), Order::targets)
          .make(in -> new Order(in.next(), in.next(), in.next()));

  private static final Form<Timetable> TIMETABLE =
      Form.of(Timetable.class)
          .with("proposedAt", INSTANT, Timetable::proposedAt)
          .with("takenAt", INSTANT, Timetable::takenAt)
          .with("announcedAt", INSTANT, Timetable::announcedAt)
          .with("inForceFrom", INSTANT, Timetable::inForceFrom)
          .with("until", maybe(INSTANT), Timetable::until)
          .with("transition", maybe(WORD), Timetable::transition)
          .make(
              in ->
                  new Timetable(in.next(), in.next(), in.next(), in.next(), in.next(), in.next()));

  private static final Form<RegisterMark> MARK =
      Form.of(RegisterMark.class)
          .with("entryType", Choices.whole(1, 8), RegisterMark::entryType)
          .with("blockType", Choices.of(BlockType.class, BlockType::word), RegisterMark::blockType)
          .with("includedAt", maybe(INSTANT), RegisterMark::includedAt)
          .make(in -> new RegisterMark(in.<Integer>next(), in.next(), in.next()));

  private static final Form<Because> BECAUSE =
      Form.of(Because.class)
          .with("rule", WORD, Because::ruleId)
          .with("violations", list(TEXT), Because::violations)
          .with("demands", list(TEXT), Because::demands)
          .with("decisions", list(TEXT), Because::decisions)
          .make(in -> new Because(in.next(), in.next(), in.next(), in.next()));

  private static final Form<Proposal> PROPOSAL =
      Form.of(Proposal.class)
          .with("decision", TEXT, Proposal::decisionId)
          .with("case", WORD, Proposal::caseId)
          .with("authority", WORD, Proposal::authority)
          .with("agreedWith", maybe(WORD), Proposal::agreedWith)
          .with("grounds", GROUNDS, Proposal::grounds)
          .with("order", ORDER, Proposal::order)
          .with("announcedAfter", DURATION, Proposal::announcedAfter)
          .with("grace", DURATION, Proposal::grace)
          .with("mark", MARK, Proposal::mark)
          .with("supersedes", maybe(TEXT), Proposal::supersedes)
          .make(
              in ->
                  new Proposal(
                      in.next(), in.next(), in.next(), in.next(), in.next(), in.next(), in.next(),
                      in.next(), in.next(), in.next()));

  static final Form<Proposed> PROPOSED =
      Form.of(Proposed.class)
          .with("proposal", PROPOSAL, Proposed::proposal)
          .with("because", BECAUSE, Proposed::because)
          .with("proposedAt", INSTANT, Proposed::proposedAt)
          .make(in -> new Proposed(in.next(), in.next(), in.next()));

  static final Form<Decision> DECISION =
      Form.of(Decision.class)
          .with("id", TEXT, Decision::id)
          .with("case", WORD, Decision::caseId)
          .with("authority", WORD, Decision::authority)
          .with("agreedWith", maybe(WORD), Decision::agreedWith)
          .with("grounds", GROUNDS, Decision::grounds)
          .with("order", ORDER, Decision::order)
          .with("timetable", TIMETABLE, Decision::timetable)
          .with("mark", MARK, Decision::mark)
          .with("supersedes", maybe(TEXT), Decision::supersedes)
          .with("because", maybe(BECAUSE), Decision::because)
          .make(
              in ->
                  new Decision(
                      in.next(), in.next(), in.next(), in.next(), in.next(), in.next(), in.next(),
                      in.next(), in.next(), in.next()));

  private DecisionForms() {}
}
