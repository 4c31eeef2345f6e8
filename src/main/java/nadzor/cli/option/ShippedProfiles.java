package nadzor.cli.option;

import java.util.List;
import nadzor.censor.Profile;
import nadzor.story.profile.ProfileFile;

/** The profiles that are shipped, and those of them that a command was given by name. */
public final class ShippedProfiles {
  private ShippedProfiles() {}

  /** All, in order of their names. */
  public static List<Profile> all() {
    return ProfileFile.all(Home.config("profiles")).stream().map(ProfileFile::profile).toList();
  }

  /**
   * Those of these names; none for no name.
   *
   * @throws IllegalArgumentException if one is unknown; the message names those there are
   */
  public static List<Profile> named(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<Profile> all = all();
    requireKnown(names, all.stream().map(Profile::name).toList());
    return all.stream().filter(profile -> names.contains(profile.name())).toList();
  }

  /** Refuses a name that is none of these. */
  public static void requireKnown(List<String> names, List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "--profile: found '" + name + "', expected one of " + String.join(", ", known));
      }
    }
  }
}
