package nadzor.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.lab.Laboratory;
import nadzor.probe.Limits;
import nadzor.story.CanaryFailure;
import nadzor.story.EventBook;
import nadzor.story.survey.Survey;
import nadzor.story.survey.SurveyLaboratory;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One survey, from its start on. Thread-safe. */
public final class SurveyJob {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyJob.class);
  private static final int STATES_HELD = 1_000;

  /** How far it is. */
  public enum State {
    /** It measures. */
    RUNNING,
    /** All is measured. */
    DONE,
    /** It was ended; what was measured is there. */
    CANCELLED,
    /** It could not, or its canaries did not behave: nothing is to be believed. */
    FAILED
  }

  /**
   * How far it is. Immutable.
   *
   * @param done visits
   * @param total visits that are known to be due
   * @param failure why it failed; empty where it did not
   */
  public record Progress(
      State state, int done, int total, String failure, Optional<Instant> ended) {}

  private final String id;
  private final Instant at;
  private final Instant started = Instant.now();
  private final Surveys.Choice choice;
  private final SurveyPlan plan;
  private final Path directory;
  private final Ring<Progress> ring = new Ring<>(STATES_HELD);
  private volatile Progress progress = new Progress(State.RUNNING, 0, 0, "", Optional.empty());
  private volatile Optional<SurveyResult> result = Optional.empty();
  private volatile Optional<Survey> survey = Optional.empty();
  private volatile boolean cancelled;

  SurveyJob(String id, Instant at, Surveys.Choice choice, SurveyPlan plan, Path directory) {
    this.id = id;
    this.at = at;
    this.choice = choice;
    this.plan = plan;
    this.directory = directory;
  }

  void run(InstantSource calendar) {
    try {
      measure(calendar);
    } catch (CanaryFailure e) {
      end(State.FAILED, "the canaries do not behave: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.warn("survey {} failed", id, e);
      end(State.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private void measure(InstantSource calendar) throws IOException {
    Path own = Files.createTempDirectory(directory, "survey-");
    EventBook events = new EventBook(calendar);
    try (Laboratory laboratory =
            Laboratory.start(SurveyLaboratory.spec(plan, own, Instant.now(), events));
        Survey running = new Survey(plan, laboratory, events, Limits.standard(), calendar)) {
      survey = Optional.of(running);
      if (cancelled) {
        end(State.CANCELLED, "");
        return;
      }
      SurveyResult measured = running.run(this::advance);
      result = Optional.of(measured);
      end(measured.complete() ? State.DONE : State.CANCELLED, "");
    } finally {
      survey = Optional.empty();
      remove(own);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void advance(int done, int total) {
    tell(new Progress(State.RUNNING, done, total, "", Optional.empty()));
  }

  private void end(State state, String failure) {
    Progress now = progress;
    tell(new Progress(state, now.done(), now.total(), failure, Optional.of(Instant.now())));
  }

  private void tell(Progress now) {
    progress = now;
    ring.add(number -> now);
  }

  /** Ends it; idempotent. */
  public void cancel() {
    cancelled = true;
    survey.ifPresent(Survey::close);
  }

  /** Whether it measures still. */
  public boolean isRunning() {
    return progress.state() == State.RUNNING;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** The calendar's instant that it is of. */
  public Instant at() {
    return at;
  }

  /** When it was started, in real time. */
  public Instant started() {
    return started;
  }

  /** What is measured. */
  public Surveys.Choice choice() {
    return choice;
  }

  /** The sites that are visited, those chosen or the plan's own. */
  public List<String> sites() {
    return plan.errands().stream().map(one -> one.target().host().text()).distinct().toList();
  }

  /** The networks that are measured. */
  public List<String> networks() {
    return plan.networks().stream().map(one -> one.name()).toList();
  }

  /** How far it is. */
  public Progress progress() {
    return progress;
  }

  /** How far it was, step by step. */
  public Ring<Progress> steps() {
    return ring;
  }

  /** What it brought, once it is over. */
  public Optional<SurveyResult> result() {
    return result;
  }
}
