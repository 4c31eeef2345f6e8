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
            observed(moment.now()),
            breach,
            basis,
            description,
            source,
            reconstructed));
  }

  /** What has not happened yet cannot be recorded. */
  private Instant observed(Instant now) {
    if (at.filter(now::isBefore).isPresent()) {
      throw Refusal.of("/at", String.valueOf(at.get()), "an instant up to the calendar's, " + now);
    }
    return at.orElse(now);
  }
}
