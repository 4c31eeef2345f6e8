package nadzor.web;

import java.time.Instant;
import java.util.Optional;

/** The time between two parameters of a query, both within it; without one it is open there. */
record Period(Optional<Instant> from, Optional<Instant> to) {
  static Period of(Call call) {
    return new Period(call.instant("from"), call.instant("to"));
  }

  /** One of its ends; empty where everything is within it. */
  Optional<Instant> any() {
    return from.or(() -> to);
  }
}
