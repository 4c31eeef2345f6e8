package nadzor.office;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nadzor.censor.Restriction;
import nadzor.censor.TrialWatch;

/**
 * Counts what a version on trial newly restricts, and says once when its guard is broken.
 * Thread-safe; whoever is told must not block.
 */
final class ListWatch implements TrialWatch {
  private final ListTrial.Guard guard;
  private final InstantSource real;
  private final Ring<ListEventSeen> seen;
  private final Consumer<String> broken;
  private final Deque<Long> within = new ArrayDeque<>();
  private final ListTrial trial;
  private long count;
  private boolean isBroken;

  ListWatch(
      ListTrial trial, InstantSource real, Ring<ListEventSeen> seen, Consumer<String> broken) {
    this.trial = trial;
    guard = trial.guard();
    this.real = real;
    this.seen = seen;
    this.broken = broken;
  }

  @Override
  public void newlyRestricted(Restriction restriction, boolean acted) {
    var unused =
        seen.add(
            number ->
                new ListEventSeen(number, real.instant(), trial.number(), restriction, !acted));
    counted(restriction).ifPresent(broken);
  }

  private synchronized Optional<String> counted(Restriction restriction) {
    count++;
    Optional<String> why = isBroken ? Optional.empty() : why(restriction);
    isBroken |= why.isPresent();
    return why;
  }

  private Optional<String> why(Restriction restriction) {
    String name = restriction.name().toLowerCase(Locale.ROOT);
    for (String host : guard.control()) {
      if (name.equals(host) || name.endsWith("." + host)) {
        return Optional.of(
            "the control site " + host + " is hit: " + restriction.rule() + " restricts " + name);
      }
    }
    if (guard.mostNew().isEmpty()) {
      return Optional.empty();
    }
    long now = real.millis();
    within.add(now);
    while (!within.isEmpty() && within.peek() < now - guard.windowSeconds() * 1000L) {
      within.remove();
    }
    int most = guard.mostNew().get();
    return within.size() > most
        ? Optional.of(
            "%d newly restricted requests within %d s, %d are allowed; the last: %s by %s"
                .formatted(within.size(), guard.windowSeconds(), most, name, restriction.rule()))
        : Optional.empty();
  }

  /** How many requests it would newly restrict, or did. */
  synchronized long count() {
    return count;
  }
}
