package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyDocumentTest {
  private static final Errand ERRAND = MadeUp.errand("n", SurveyWorld.THROTTLE, "plain");

  private static SurveyDocument document(String why, long millis, boolean complete) {
    Surveyed cell = MadeUp.surveyed(ERRAND, why, millis, "blocked(tls)");
    return new SurveyDocument(
        MadeUp.result(List.of("n"), List.of(ERRAND), List.of(cell), complete));
  }

  @Test
  void theMatrixDoesNotDependOnClocks() {
    SurveyDocument one = document("at 650 B/s", 12, true);
    SurveyDocument other = document("at 651 B/s", 13, true);
    assertEquals(one.matrix(), other.matrix());
    assertNotEquals(one.timings(), other.timings());
    assertTrue(one.timings().contains("\"median\" : 0.012"), one.timings());
  }

  @Test
  void itSaysWhatItIs() {
    String matrix = document("", 1, false).matrix();
    assertTrue(matrix.contains("\"simulation\" : true"), matrix);
    assertTrue(matrix.contains("\"complete\" : false"), matrix);
    assertTrue(matrix.contains("\"scale\" : 0.02"), matrix);
    assertTrue(matrix.contains("\"stage\" : \"tls\""), matrix);
    assertFalse(matrix.contains("seconds"), matrix);
  }
}
