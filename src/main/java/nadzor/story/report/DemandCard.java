package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import nadzor.registry.Answer;
import nadzor.registry.Demand;

/** One demand and what became of it. */
record DemandCard(Played played, Demand demand) {
  Html html() {
    String state =
        played.known().demandState(demand.id(), played.until()).map(Words::of).orElse("not made");
    Facts facts =
        new Facts()
            .add("Demanded by", demand.by())
            .add("To", demand.what())
            .add("Made", When.both(demand.madeAt()))
            .add("Term", demand.until().map(When::both).orElse(Html.text("none is set")));
    played.entries(Answer.class).stream()
        .filter(answer -> answer.demandId().equals(demand.id()))
        .forEach(answer -> facts.add("Answer", said(answer)));
    return tag("section", "card")
        .with("id", Words.anchor("demand", demand.id()))
        .holding(
            tag("h4")
                .holding(
                    Html.text("Demand "),
                    tag("code").text(demand.id()),
                    tag("span", "tagged").text(state)),
            facts.html());
  }

  private static Html said(Answer answer) {
    return Html.all(
        Html.text(Words.of(answer.outcome()) + ", "),
        When.brief(answer.answeredAt()),
        Html.text(": " + answer.text()));
  }
}
