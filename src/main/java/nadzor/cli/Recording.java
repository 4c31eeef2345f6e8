package nadzor.cli;

import java.util.List;
import nadzor.registry.Statement;
import nadzor.story.Audience;
import nadzor.story.EventBook;
import nadzor.story.Step;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;
import nadzor.story.Unenforced;
import nadzor.story.report.ReportFolder;

/** Writes every step to the report as it ends, then lets another audience see it. */
record Recording(Audience viewer, ReportFolder folder, EventBook events) implements Audience {
  @Override
  public void begins(Step step, int number, int of) {
    viewer.begins(step, number, of);
  }

  @Override
  public void foretold(List<String> lines) {
    viewer.foretold(lines);
  }

  @Override
  public void published(Statement statement) {
    viewer.published(statement);
  }

  @Override
  public void unenforced(Unenforced notice) {
    viewer.unenforced(notice);
  }

  @Override
  public void progress(int done, int total) {
    viewer.progress(done, total);
  }

  @Override
  public void ended(StepResult result, StoryResult soFar) {
    folder.add(result, events.drain());
    folder.write(soFar);
    viewer.ended(result, soFar);
  }
}
