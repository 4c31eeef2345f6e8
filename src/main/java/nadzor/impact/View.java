package nadzor.impact;

import java.util.List;
import java.util.Optional;
import nadzor.censor.Profile;

/**
 * How a version is asked: as a kind of network enforces it, or plainly. Immutable.
 *
 * @param name as it stands in tables
 * @param profile the kind of network; empty for the plain question of what the list holds
 */
public record View(String name, Optional<Profile> profile) {
  /** Whether the list holds the name, or the URL of plain HTTP where the log tells it. */
  public static final View LIST = new View("list", Optional.empty());

  /** As this kind of network enforces. */
  public static View of(Profile profile) {
    return new View(profile.name(), Optional.of(profile));
  }

  /** These kinds of networks; the plain question where there are none. */
  public static List<View> of(List<Profile> profiles) {
    return profiles.isEmpty() ? List.of(LIST) : profiles.stream().map(View::of).toList();
  }
}
