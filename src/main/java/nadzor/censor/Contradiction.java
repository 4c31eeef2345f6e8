package nadzor.censor;

import java.util.List;
import java.util.Optional;

/**
 * Something in a profile that can never take effect: such a profile says one thing and does
 * another, so it is not loaded. Immutable.
 *
 * @param line of which line, from 1; 0 for the profile as a whole
 * @param found what stands there
 * @param expected what would make sense
 */
public record Contradiction(int line, String found, String expected) {
  /** The first that a profile has. */
  public static Optional<Contradiction> first(Profile profile) {
    List<ProfileRule> rules = profile.rules();
    Hiding hiding = new Hiding(rules);
    for (int i = 0; i < rules.size(); i++) {
      Optional<Contradiction> found = hiding.of(i);
      if (found.isEmpty()) {
        found = new LineSense(profile, i).contradiction();
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return new WholeSense(profile).contradiction();
  }

  /** Of the line with this index, from 0. */
  static Optional<Contradiction> is(int index, String found, String expected) {
    return Optional.of(new Contradiction(index + 1, found, expected));
  }

  /** Of the profile as a whole. */
  static Optional<Contradiction> isWhole(String found, String expected) {
    return Optional.of(new Contradiction(0, found, expected));
  }
}
