package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Decision;
import nadzor.registry.Entry;
import nadzor.registry.Grounds;
import nadzor.registry.Order;
import nadzor.registry.RegisterMark;
import nadzor.registry.Registry;
import nadzor.registry.Timetable;

/** A decision is taken now. */
public record TakeDecision(
    Optional<String> id,
    String caseId,
    String authority,
    Optional<String> agreedWith,
    Grounds grounds,
    Order order,
    When when,
    RegisterMark mark,
    Optional<String> supersedes)
    implements Draft {
  /**
   * When it reaches its states, where that is said.
   *
   * @param announced else at once
   * @param inForce else when the grace after the announcement ends
   * @param grace zero or more
   * @param until when it ends by itself
   * @param transition in the announcement's own words
   */
  public record When(
      Optional<Instant> announced,
      Optional<Instant> inForce,
      Duration grace,
      Optional<Instant> until,
      Optional<String> transition) {
    /** Announced and in force at once, for ever. */
    public static final When AT_ONCE =
        new When(
            Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty());

    Timetable from(Instant proposed, Instant taken, Duration announcedAfter) {
      Instant public_ = announced.orElseGet(() -> taken.plus(announcedAfter));
      Instant binding = inForce.orElseGet(() -> public_.plus(grace));
      return new Timetable(proposed, taken, public_, binding, until, transition);
    }
  }

  @Override
  public List<Entry> entries(Moment moment) {
    Registry registry = moment.registry();
    String given =
        moment.idOr(
            id,
            "decision-",
            registry.counts().decisions(),
            one -> registry.decision(one).isPresent());
    return List.of(
        new Decision(
            given,
            caseId,
            authority,
            agreedWith,
            grounds,
            order,
            when.from(moment.now(), moment.now(), Duration.ZERO),
            mark,
            supersedes,
            Optional.empty()));
  }
}
