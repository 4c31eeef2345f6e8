package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;
import nadzor.registry.Require.Moment;

/** Dates of a decision that cannot be. */
final class DecisionDates {
  private DecisionDates() {}

  static void check(String where, Grounds grounds, Timetable timetable, RegisterMark mark) {
    timetable.until().ifPresent(end -> checkEnd(where, end, timetable.inForceFrom()));
    if (!timetable.isInOrder()) {
      timetable.life(where);
    }
    Moment taken = new Moment("its being taken", timetable.takenAt());
    mark.includedAt()
        .ifPresent(at -> Require.notBefore(where, new Moment("its register entry", at), taken));
    if (grounds.announcedDate().isEmpty() && grounds.registerDate().isEmpty()) {
      return;
    }
    LocalDate day = MoscowTime.dateOf(timetable.takenAt());
    grounds.announcedDate().ifPresent(date -> notAfter(where, "announced", date, day));
    grounds.registerDate().ifPresent(date -> notAfter(where, "register", date, day));
  }

  private static void checkEnd(String where, Instant end, Instant inForceFrom) {
    if (!end.isAfter(inForceFrom)) {
      throw new RegistryException(
          where, "its end at " + end, "an instant after it comes into force at " + inForceFrom);
    }
  }

  private static void notAfter(String where, String what, LocalDate date, LocalDate taken) {
    if (date.isAfter(taken)) {
      throw new RegistryException(
          where,
          "the " + what + " date " + date,
          "a date not after " + taken + ", the day in Moscow on which it is taken");
    }
  }
}
