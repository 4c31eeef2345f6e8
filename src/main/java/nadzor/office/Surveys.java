package nadzor.office;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nadzor.probe.Technique;
import nadzor.registry.Journal;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import nadzor.story.survey.ScenarioPlan;
import nadzor.story.survey.SurveyPlan;

/**
 * Surveys as jobs, one at a time; each in a laboratory of its own, so that a class that browses
 * beside it disturbs no verdict. Thread-safe.
 */
public final class Surveys implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final double SCALE = 0.02;
  private static final int KEPT = 50;

  private final Scenario scenario;
  private final Path directory;
  private final InstantSource calendar;
  private final List<SurveyJob> jobs = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "nadzor-survey");
            thread.setDaemon(true);
            return thread;
          });
  private int numbers;

  Surveys(Scenario scenario, Path directory, InstantSource calendar) {
    this.scenario = scenario;
    this.directory = directory;
    this.calendar = calendar;
  }

  /**
   * What is to be measured. Immutable.
   *
   * @param sites hosts of the world
   * @param techniques how
   * @param networks where
   * @param repeats how often each
   */
  public record Choice(
      List<String> sites, List<Technique> techniques, List<NetworkPlan> networks, int repeats) {
    /** Copies the lists. */
    public Choice {
      sites = List.copyOf(sites);
      techniques = List.copyOf(techniques);
      networks = List.copyOf(networks);
    }
  }

  /**
   * Starts one of what is in force now.
   *
   * @throws Refusal while another runs
   */
  public synchronized SurveyJob start(Journal journal, Choice choice, boolean dryRun) {
    if (jobs.stream().anyMatch(SurveyJob::isRunning)) {
      throw new Refusal(Refusal.Kind.BUSY, "", "a survey under way", "one at a time");
    }
    Instant at = calendar.instant();
    SurveyJob job =
        new SurveyJob("m-" + (numbers + 1), at, choice, plan(journal, choice, at), directory);
    if (!dryRun) {
      numbers++;
      jobs.add(job);
      if (jobs.size() > KEPT) {
        jobs.remove(0);
      }
      worker.execute(() -> job.run(InstantSource.fixed(at)));
    }
    return job;
  }

  private SurveyPlan plan(Journal journal, Choice choice, Instant at) {
    SurveyPlan.Conduct conduct =
        new SurveyPlan.Conduct(scenario.seed(), choice.repeats(), SCALE, AT_ONCE, false);
    return ScenarioPlan.of(
        scenario.withJournal(journal),
        at,
        choice.networks(),
        choice.techniques(),
        choice.sites(),
        conduct);
  }

  /** All that are remembered, the latest first. */
  public List<SurveyJob> jobs() {
    List<SurveyJob> latest = new ArrayList<>(jobs);
    Collections.reverse(latest);
    return latest;
  }

  /** The one of that id. */
  public Optional<SurveyJob> job(String id) {
    return jobs().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    jobs().forEach(SurveyJob::cancel);
    worker.shutdownNow();
  }
}
