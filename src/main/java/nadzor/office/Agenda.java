package nadzor.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Registry;

/** What will happen by itself. Thread-safe. */
record Agenda(Horizon horizon, PolicyDesk policy) {
  /** So much of it after that instant, the next first. */
  List<Upcoming> after(Registry registry, Instant now, int most) {
    List<Upcoming> all = new ArrayList<>(horizon.after(registry, now, most));
    policy.next(registry).filter(at -> at.isAfter(now)).map(Agenda::firing).ifPresent(all::add);
    all.sort(Comparator.comparing(Upcoming::at));
    return all.size() > most ? all.subList(0, most) : all;
  }

  private static Upcoming firing(Instant at) {
    return new Upcoming(at, "a policy rule fires", "", Upcoming.Kind.POLICY, Optional.empty());
  }

  /** What comes first. */
  Optional<Upcoming> next(Registry registry, Instant now) {
    return after(registry, now, 1).stream().findFirst();
  }
}
