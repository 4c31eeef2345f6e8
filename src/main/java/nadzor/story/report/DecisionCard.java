package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import nadzor.registry.Decision;
import nadzor.registry.DecisionState;
import nadzor.registry.Grounds;
import nadzor.registry.Lifting;
import nadzor.registry.Timetable;

/** One decision with both laws, both dates, its instants and what led to it. */
record DecisionCard(Played played, Decision decision) {
  Html html() {
    String state =
        played
            .known()
            .decisionState(decision.id(), played.until())
            .map(DecisionState::word)
            .orElse("not proposed");
    return tag("section", "card")
        .with("id", Words.anchor("decision", decision.id()))
        .holding(
            tag("h4")
                .holding(
                    Html.text("Decision "),
                    tag("code").text(decision.id()),
                    tag("span", "tagged").text(state)),
            facts().html());
  }

  private Facts facts() {
    Facts facts =
        new Facts()
            .add("Orders", tag("strong").text(played.order(decision)))
            .add("Authority", decision.authority())
            .add("In agreement with", decision.agreedWith());
    grounds(facts, decision.grounds());
    times(facts, decision.timetable());
    facts.add("In the register", mark());
    decision
        .supersedes()
        .ifPresent(id -> facts.add("In the place of", Tag.link(Words.anchor("decision", id), id)));
    facts.add("Because", new BecauseWords(played, decision).html());
    played.known().lifting(decision.id()).ifPresent(lifting -> facts.add("Lifted", said(lifting)));
    return facts;
  }

  private static void grounds(Facts facts, Grounds grounds) {
    facts
        .add("Legal basis, announced", grounds.announcedLaw())
        .add("Legal basis, register", grounds.registerLaw())
        .add("Number", grounds.number())
        .add("Date, announced", grounds.announcedDate().map(When::day))
        .add("Date, register", grounds.registerDate().map(When::day));
  }

  private static void times(Facts facts, Timetable times) {
    facts
        .add("Proposed", When.both(times.proposedAt()))
        .add("Taken", When.both(times.takenAt()))
        .add("Announced", When.both(times.announcedAt()))
        .add("Transition, announced", times.transition())
        .add("In force from", When.both(times.inForceFrom()));
    times.until().ifPresent(end -> facts.add("Until", When.both(end)));
  }

  private Html mark() {
    String kind =
        "entry type " + decision.mark().entryType() + ", by " + decision.mark().blockType().word();
    return decision
        .mark()
        .includedAt()
        .map(at -> Html.all(Html.text(kind + ", included "), When.both(at)))
        .orElse(Html.text(kind));
  }

  private static Html said(Lifting lifting) {
    return Html.all(
        When.both(lifting.liftedAt()), Html.text(", by " + lifting.by() + ": " + lifting.why()));
  }
}
