package nadzor.story.report;

import java.nio.file.Path;
import java.util.List;
import nadzor.story.*;

public final class ReportFolder implements AutoCloseable {
  final Path f;

  ReportFolder(Path f) {
    this.f = f;
  }

  public static ReportFolder open(Path folder, Scenario scenario) {
    return new ReportFolder(folder);
  }

  public Path page() {
    return f;
  }

  public synchronized void add(StepResult step, List<EventBook.Event> restrictions) {}

  public synchronized void write(StoryResult soFar) {}

  public synchronized void discard() {}

  @Override
  public synchronized void close() {}
}
