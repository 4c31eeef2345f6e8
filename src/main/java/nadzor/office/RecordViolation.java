package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Entry;
import nadzor.registry.Registry;
import nadzor.registry.Violation;

/** A violation is recorded. */
public record RecordViolation(
    Optional<String> id,
    String platform,
    Optional<Instant> at,
    String breach,
    String basis,
    String description,
    String source,
    boolean reconstructed)
    implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    Registry registry = moment.registry();
    String given =
        moment.idOr(
            id, "v-", registry.counts().violations(), one -> registry.violation(one).isPresent());
    return List.of(
        new Violation(
            given,
            platform,
            at.orElseGet(moment::now),
            breach,
            basis,
            description,
            source,
            reconstructed));
  }
}
