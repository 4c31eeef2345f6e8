package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import nadzor.files.BadFile;
import nadzor.story.profile.ProfileReader;

/** A profile file: a profile, or problems that name their places; nothing else. */
public final class ProfileFuzz {
  private static final ProfileReader READER = new ProfileReader();

  private ProfileFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      READER.parse("fuzz.yaml", new String(data, StandardCharsets.UTF_8));
    } catch (BadFile e) {
      assertFalse(e.problems().isEmpty(), "a complaint without a problem");
    }
  }
}
