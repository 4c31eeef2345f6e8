package nadzor.registry;

import java.time.LocalDate;
import java.util.Optional;

/** A decision as a register entry cites it. Immutable. */
public record CitedDecision(LocalDate date, Optional<String> number, String org) {
  /** The date that the register shows; else the announced one; else the day it was taken. */
  static CitedDecision of(Decision decision) {
    Grounds grounds = decision.grounds();
    LocalDate date =
        grounds
            .registerDate()
            .or(grounds::announcedDate)
            .orElseGet(() -> MoscowTime.dateOf(decision.timetable().takenAt()));
    return new CitedDecision(date, grounds.number(), decision.authority());
  }
}
