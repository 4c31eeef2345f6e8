package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nadzor.lab.Laboratory;
import nadzor.probe.Limits;
import nadzor.story.EventBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets: whether the instrument is right is a matter of what it meets. */
class SelfTestTest {
  @TempDir Path directory;

  private SurveyResult run(SurveyPlan plan, int stopAfter) throws IOException {
    EventBook events = new EventBook(InstantSource.system());
    try (Laboratory laboratory =
            Laboratory.start(SurveyLaboratory.spec(plan, directory, Instant.now(), events));
        Survey survey =
            new Survey(plan, laboratory, events, Limits.standard(), InstantSource.system())) {
      Runnable stop = survey::close;
      return survey.run(
          (done, total) -> {
            if (done == stopAfter) {
              stop.run();
            }
          });
    }
  }

  @Test
  void theInstrumentSeesWhatIsThere() throws IOException {
    SurveyResult result = run(SelfTest.plan(MadeUp.conduct()), Integer.MAX_VALUE);
    assertTrue(result.complete());
    assertEquals(List.of(), SelfTest.differences(result));
    assertEquals(70, result.cells().size());
  }

  @Test
  void whatIsStoppedIsIncompleteAndKept() throws IOException {
    SurveyResult result = run(SelfTest.plan(MadeUp.conduct()), 20);
    assertTrue(!result.complete());
    assertTrue(result.cells().size() < 70, result.cells().size() + " cells");
    assertTrue(
        SelfTest.differences(result).stream().anyMatch(line -> line.contains("not reached")));
  }

  @Test
  void aCellThatIsSeenOtherwiseIsTold() {
    Errand errand = MadeUp.errand("all-tls", SurveyWorld.NEUTRAL, "plain");
    List<Surveyed> wrong = List.of(MadeUp.surveyed(errand, "", 1, "ok"));
    SurveyResult result = MadeUp.result(List.of("all-tls"), List.of(errand), wrong, true);
    assertTrue(
        SelfTest.differences(result)
            .contains("network all-tls, plain: the instrument saw ok, there was blocked(tls)"));
  }
}
