package nadzor.story.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import nadzor.lab.Laboratory;
import nadzor.probe.Limits;
import nadzor.story.EventBook;
import nadzor.story.survey.Survey;
import nadzor.story.survey.SurveyLaboratory;
import nadzor.story.survey.SurveyPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laboratory against the literature, over real sockets: the whole catalogue. */
class CatalogueTest {
  private static final double SCALE = 0.02;

  @TempDir Path directory;

  @Test
  void theLaboratoryDoesWhatTheLiteratureSays() throws IOException {
    Catalogue catalogue = new CatalogueReader(SCALE).read(Path.of("test-data/catalogue"));
    Comparison comparison = compare(catalogue);
    String table = new ComparisonTable(comparison).text();
    assertEquals(0, comparison.standing(Comparison.Standing.DIFFERS).size(), table);
    assertEquals(0, comparison.standing(Comparison.Standing.NOT_REACHED).size(), table);
    assertTrue(comparison.standing(Comparison.Standing.AGREES).size() >= 500, table);
    assertEquals(0, comparison.standing(Comparison.Standing.NOT_MEASURED).size(), table);
  }

  private Comparison compare(Catalogue catalogue) throws IOException {
    SurveyPlan plan = catalogue.plan(new SurveyPlan.Conduct(1, 1, SCALE, 32, false));
    EventBook events = new EventBook(InstantSource.system());
    try (Laboratory laboratory =
            Laboratory.start(SurveyLaboratory.spec(plan, directory, Instant.now(), events));
        Survey survey =
            new Survey(plan, laboratory, events, Limits.standard(), InstantSource.system())) {
      return Comparison.of(catalogue, survey.run((done, total) -> {}));
    }
  }
}
