package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A change of the calendar, as what it shows afterwards. */
@FunctionalInterface
public interface ClockSetting {
  /** What it shows afterwards; {@code next} is what is due next by itself. */
  Calendar.Reading apply(Calendar.Reading now, Optional<Upcoming> next);

  /** Let it run, or stand still. */
  static ClockSetting running(boolean running) {
    return (now, next) -> new Calendar.Reading(now.at(), running, now.speed(), now.revision());
  }

  /** So many calendar seconds a second. */
  static ClockSetting speed(double speed) {
    return (now, next) -> new Calendar.Reading(now.at(), now.running(), speed, now.revision());
  }

  /** Jump. */
  static ClockSetting jump(Instant to) {
    return (now, next) -> new Calendar.Reading(to, now.running(), now.speed(), now.revision());
  }

  /** Jump by so much. */
  static ClockSetting step(Duration by) {
    return (now, next) -> jump(now.at().plus(by)).apply(now, next);
  }

  /** Jump to what is due next. */
  static ClockSetting stepToNext() {
    return (now, next) ->
        jump(next.orElseThrow(
                    () -> Refusal.of("/toNext", "nothing that is due", "something that is due"))
                .at())
            .apply(now, next);
  }
}
