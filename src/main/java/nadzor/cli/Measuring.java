package nadzor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import nadzor.lab.Laboratory;
import nadzor.probe.Limits;
import nadzor.story.EventBook;
import nadzor.story.survey.Survey;
import nadzor.story.survey.SurveyLaboratory;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyResult;

/** One survey from start to stop, with a laboratory of its own. */
final class Measuring {
  private Measuring() {}

  /**
   * Measures, or as much as there is time for until a signal comes.
   *
   * @param tell is given the result while a signal still waits for it, so that what was measured is
   *     written; gives the exit code
   */
  static int run(
      SurveyPlan plan,
      InstantSource calendar,
      Survey.Watcher watcher,
      ToIntFunction<SurveyResult> tell)
      throws IOException {
    EventBook events = new EventBook(calendar);
    try (Interruption interruption = Interruption.begin();
        Workshop workshop = Workshop.create(interruption);
        Laboratory laboratory = start(plan, workshop.directory(), events);
        Survey survey = new Survey(plan, laboratory, events, Limits.standard(), calendar)) {
      interruption.onSignal(survey::close);
      return tell.applyAsInt(survey.run(watcher));
    }
  }

  private static Laboratory start(SurveyPlan plan, Path directory, EventBook events)
      throws IOException {
    return Laboratory.start(SurveyLaboratory.spec(plan, directory, Instant.now(), events));
  }
}
