package nadzor.office;

import java.util.List;
import nadzor.registry.Answer;
import nadzor.registry.DemandState;
import nadzor.registry.Entry;

/** A demand is answered. */
public record AnswerDemand(String id, DemandState outcome, String text) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    if (moment.registry().demand(id).isEmpty()) {
      throw Refusal.unknown("", "demand", id);
    }
    return List.of(new Answer(id, outcome, moment.now(), text));
  }
}
