package nadzor.office;

import java.util.List;
import nadzor.registry.Entry;
import nadzor.registry.Retraction;

/** A violation no longer counts. */
public record RetractViolation(String id, String why) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    if (moment.registry().violation(id).isEmpty()) {
      throw Refusal.unknown("", "violation", id);
    }
    return List.of(new Retraction(id, moment.now(), why));
  }
}
