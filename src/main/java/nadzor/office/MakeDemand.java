package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Demand;
import nadzor.registry.Entry;
import nadzor.registry.Registry;

/** A demand is made. */
public record MakeDemand(
    Optional<String> id, String caseId, String by, String what, Optional<Instant> until)
    implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    Registry registry = moment.registry();
    String given =
        moment.idOr(
            id, "demand-", registry.counts().demands(), one -> registry.demand(one).isPresent());
    return List.of(new Demand(given, caseId, by, what, moment.now(), until));
  }
}
