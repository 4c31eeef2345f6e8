package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Splitter;
import java.util.List;
import nadzor.probe.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyedTest {
  private static final Errand ERRAND = MadeUp.errand("n", SurveyWorld.BLOCK, "plain");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ok|ok|ok|because",
        "ok,ok,ok|ok|ok|because",
        "blocked(tls),blocked(tls)|blocked(tls)|blocked(tls)|because",
        "ok,blocked(tls)|unsure|unsure|repeats disagree: ok, blocked(tls)",
        "slow|slow|slow|because",
        "not measured: no HTTP relay here|not measured: no HTTP relay here|-|because",
      })
  void repeatsSayTogether(String turns, String outcome, String shown, String why) {
    String[] outcomes = Splitter.on(',').splitToList(turns).toArray(String[]::new);
    Surveyed cell = MadeUp.surveyed(ERRAND, "because", 1, outcomes);
    assertEquals(outcome, cell.outcome().text());
    assertEquals(shown, cell.shown());
    assertEquals(why, cell.why());
  }

  @Test
  void durationsAreSpreadOverRepeats() {
    Surveyed cell = MadeUp.surveyed(ERRAND, "", 250, "ok", "ok", "ok");
    assertEquals(new Spread(0.25, 0.25, 0.25, 3), cell.seconds().orElseThrow());
    assertEquals(true, cell.rate().isEmpty());
  }

  @Test
  void aCellThatWasNeverVisitedIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Surveyed(ERRAND, List.of(), List.of()));
  }
}
