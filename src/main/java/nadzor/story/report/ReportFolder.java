package nadzor.story.report;

import java.nio.file.Path;
import java.util.List;
import nadzor.story.EventBook;
import nadzor.story.Scenario;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;

/**
 * The folder that a run leaves behind, in UTF-8:
 *
 * <ul>
 *   <li>{@code measurements.jsonl}, one JSON object for each measured cell
 *   <li>{@code events.jsonl}, one for each restriction
 *   <li>{@code matrix.json}, what came out; the same seed gives the same octets
 *   <li>{@code report.html}, one file that loads nothing from anywhere
 * </ul>
 *
 * <p>The first two grow by whole steps; the last two are replaced in one step each, so that a kill
 * or a full disk leaves the last whole version. Thread-safe; every method throws {@link
 * ReportFailure} where the disk refuses, and after the end.
 */
public final class ReportFolder implements AutoCloseable {
  private final Place place;
  private final boolean created;
  private final String scenario;
  private final Lines measurements;
  private final Lines events;
  private boolean closed;
  private boolean discarded;

  private ReportFolder(
      Place place, boolean created, String scenario, Lines measurements, Lines events) {
    this.place = place;
    this.created = created;
    this.scenario = scenario;
    this.measurements = measurements;
    this.events = events;
  }

  /**
   * Makes the folder ready for a run; the files of an earlier run in it are deleted.
   *
   * @throws ReportFailure if it is a file, cannot be written, is in use by another run, or holds
   *     anything that is not an earlier report
   */
  public static ReportFolder open(Path folder, Scenario scenario) {
    Place place = new Place(folder.toAbsolutePath().normalize());
    boolean created = place.prepare();
    Lines measurements = Lines.create(place.measurements());
    try {
      Lines events = Lines.create(place.events());
      place.clearDocuments();
      return new ReportFolder(place, created, scenario.name(), measurements, events);
    } catch (ReportFailure e) {
      measurements.close();
      throw e;
    }
  }

  /** The page for people; there once {@link #write} has returned. */
  public Path page() {
    return place.page().path();
  }

  /** Appends a step's measurements, and the restrictions that happened meanwhile. */
  public synchronized void add(StepResult step, List<EventBook.Event> restrictions) {
    refuseClosed();
    measurements.append(
        step.cells().stream()
            .map(cell -> Json.line(new MeasurementLine(scenario, step.step(), cell).json()))
            .toList());
    events.append(restrictions.stream().map(event -> Json.line(EventLine.of(event))).toList());
  }

  /** Replaces both documents by what is known so far. */
  public synchronized void write(StoryResult soFar) {
    refuseClosed();
    String matrix = Json.document(new MatrixDocument(soFar).json());
    String page = new Page(Played.of(soFar)).text();
    place.matrix().replace(matrix);
    place.page().replace(page);
  }

  private void refuseClosed() {
    if (closed) {
      throw new ReportFailure("cannot write " + place.folder() + ": the report is closed");
    }
  }

  /**
   * Ends the report without results: the files go, and the folder if this report made it;
   * idempotent.
   */
  public synchronized void discard() {
    close();
    if (discarded) {
      return;
    }
    discarded = true;
    if (created) {
      place.remove();
    } else {
      place.clear();
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try (measurements;
          events) {
        // Both are closed, the second even if the first refuses.
      }
    }
  }
}
