package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nadzor.lab.World;
import nadzor.story.CanaryFailure;
import nadzor.story.profile.ProfileFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
  private static final Errand ERRAND = MadeUp.errand("n", SurveyWorld.NEUTRAL, "plain");

  @ParameterizedTest
  @CsvSource({
    "PASS,       ok,           true",
    "PASS,       slow,         false",
    "PASS,       blocked(tls), false",
    "PASS,       down,         false",
    "BE_BLOCKED, blocked(tls), true",
    "BE_BLOCKED, blocked(dns), true",
    "BE_BLOCKED, ok,           false",
    "BE_BLOCKED, unsure,       false",
    "BE_SLOW,    slow,         true",
    "BE_SLOW,    ok,           false",
  })
  void aCanaryThatDoesNotBehaveEndsIt(Guard.Must must, String outcome, boolean fine) {
    Guard guard = new Guard(ERRAND, must);
    Surveyed seen = MadeUp.surveyed(ERRAND, "so", 1, outcome);
    if (fine) {
      assertDoesNotThrow(() -> guard.check(seen));
    } else {
      CanaryFailure failure = assertThrows(CanaryFailure.class, () -> guard.check(seen));
      assertTrue(String.valueOf(failure.getMessage()).contains("neutral.test must"));
    }
  }

  /** Only what restricts nothing that a plain visit shows it has no second canary. */
  @Test
  void everyShippedProfileIsGuarded() {
    List<ProfileFile> shipped = ProfileFile.all(Path.of("config/profiles"));
    List<String> free =
        shipped.stream()
            .map(ProfileFile::profile)
            .filter(profile -> SurveyWorld.guards("n", profile).size() < 2)
            .map(profile -> profile.name())
            .toList();
    assertEquals(List.of("ech-2024", "quic-blanket", "tele2-3g-2021"), free);
    String slow =
        shipped.stream()
            .map(ProfileFile::profile)
            .filter(profile -> SurveyWorld.guards("n", profile).toString().contains("BE_SLOW"))
            .map(profile -> profile.name())
            .collect(Collectors.joining(", "));
    assertEquals("slow-ladder-1, slow-ladder-2, slow-ladder-3, twitter-2021", slow);
  }

  @Test
  void theWorldHoldsTogether() {
    assertEquals(14, World.of(SurveyWorld.sites()).sites().size());
  }
}
