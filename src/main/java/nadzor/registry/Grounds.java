package nadzor.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision rests on, as two kinds of source give it. They differ in fact: a press release
 * and the register cite different laws and different dates for one decision, and neither is
 * dropped. Immutable.
 *
 * @param announcedLaw the law that the announcement cites
 * @param registerLaw the law that the register shows
 * @param number the number of the decision, where it is public
 * @param announcedDate the date of the prosecutors' decision, as announced
 * @param registerDate the date of the prosecutors' decision, as the register shows it
 */
public record Grounds(
    String announcedLaw,
    String registerLaw,
    Optional<String> number,
    Optional<LocalDate> announcedDate,
    Optional<LocalDate> registerDate) {
  /** The laws that are cited, each once. */
  Set<String> laws() {
    return announcedLaw.equals(registerLaw)
        ? Set.of(registerLaw)
        : Set.of(announcedLaw, registerLaw);
  }
}
