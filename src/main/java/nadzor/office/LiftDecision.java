package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Decision;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;

/** A decision is lifted. */
public record LiftDecision(String id, Optional<String> by, String why, Optional<Instant> at)
    implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    Decision decision =
        moment.registry().decision(id).orElseThrow(() -> Refusal.unknown("", "decision", id));
    Instant when = at.orElseGet(moment::now);
    return List.of(new Lifting(id, by.orElseGet(decision::authority), why, when));
  }
}
