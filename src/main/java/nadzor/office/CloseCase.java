package nadzor.office;

import java.util.List;
import nadzor.registry.CaseClosing;
import nadzor.registry.Entry;

/** A case is closed. */
public record CloseCase(String id, String why) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    if (moment.registry().caseFile(id).isEmpty()) {
      throw Refusal.unknown("", "case", id);
    }
    return List.of(new CaseClosing(id, moment.now(), why));
  }
}
