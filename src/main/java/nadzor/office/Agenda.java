package nadzor.office;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;

/** What will happen by itself. Thread-safe. */
record Agenda(List<NetworkPlan> networks, PolicyDesk policy) {
  /** All of it after that instant, the next first. */
  List<Upcoming> after(Registry registry, Instant now) {
    List<Upcoming> all = Upcoming.after(registry, networks, now);
    policy.next(registry).filter(at -> at.isAfter(now)).map(Agenda::firing).ifPresent(all::add);
    all.sort(Comparator.comparing(Upcoming::at));
    return all;
  }

  private static Upcoming firing(Instant at) {
    return new Upcoming(at, "a policy rule fires", "", Upcoming.Kind.POLICY, Optional.empty());
  }

  /** What comes first. */
  Optional<Upcoming> next(Registry registry, Instant now) {
    return after(registry, now).stream().findFirst();
  }
}
