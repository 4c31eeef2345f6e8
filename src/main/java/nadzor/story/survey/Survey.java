package nadzor.story.survey;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.lab.Laboratory;
import nadzor.probe.Cell;
import nadzor.probe.Limits;
import nadzor.probe.ProbeRound;
import nadzor.probe.Prober;
import nadzor.probe.RoundResult;
import nadzor.probe.Trust;
import nadzor.story.EventBook;

/**
 * Measures a plan in a laboratory that was started for it. Each visit stands beside one in the
 * control network; a verdict that rests on time alone is visited again, as a story does; the order
 * is drawn from the seed. Used by one thread; {@link #close} may be called by another, is
 * idempotent and ends the run within two seconds.
 */
public final class Survey implements AutoCloseable {
  /** Told after every visit; by one thread at a time. */
  @FunctionalInterface
  public interface Watcher {
    /** So many of the visits that are known to be due are made. */
    void progress(int done, int total);
  }

  private final SurveyPlan plan;
  private final Laboratory laboratory;
  private final EventBook events;
  private final Vantages vantages;
  private final Clients clients;
  private final ProbeRound probes;
  private int attempt;
  private int visited;

  /**
   * A survey in this laboratory, in which it puts the plan's rules in force.
   *
   * @param events the laboratory's log
   * @param calendar dates the observations
   * @throws IOException if the laboratory's CA file cannot be read
   */
  public Survey(
      SurveyPlan plan,
      Laboratory laboratory,
      EventBook events,
      Limits limits,
      InstantSource calendar)
      throws IOException {
    this.plan = plan;
    this.laboratory = laboratory;
    this.events = events;
    SurveyPlan.Conduct conduct = plan.conduct();
    vantages = new Vantages(laboratory, plan);
    clients = new Clients(conduct.seed(), conduct.oneClient());
    Trust trust = Trust.ofCaFile(laboratory.caFile());
    Prober prober = new Prober(limits, trust, calendar, System::nanoTime, conduct.seed());
    probes = new ProbeRound(prober::probe, this::pause, conduct.atOnce(), conduct.seed());
  }

  /** A client that visits again waits until the network has forgotten; a new one need not. */
  private Duration pause(Cell cell) {
    return plan.conduct().oneClient()
        ? plan.network(cell.vantage().network())
            .flatMap(SurveyNetwork::residual)
            .orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /**
   * Measures all, or what there is until {@link #close}.
   *
   * @throws nadzor.story.CanaryFailure if a guard does not behave: nothing is to be believed
   */
  public SurveyResult run(Watcher watcher) {
    plan.networks().forEach(this::activate);
    warmUp();
    List<Errand> guards = plan.guards().stream().map(Guard::errand).toList();
    List<Errand> all = Stream.concat(guards.stream(), plan.errands().stream()).distinct().toList();
    Tally tally = new Tally(all, plan.conduct().repeat());
    boolean complete = true;
    for (List<Tally.Turn> due = tally.due(); complete && !due.isEmpty(); due = tally.due()) {
      complete = visit(due, tally, watcher);
    }
    return result(tally, complete);
  }

  private void activate(SurveyNetwork network) {
    laboratory.network(network.name()).activate(Blocklist.compile(1, network.rules()));
  }

  /** The first handshakes of a process run in code that is not compiled yet, and look slow. */
  private void warmUp() {
    List<Cell> cells =
        plan.guards().stream()
            .filter(guard -> guard.must() == Guard.Must.PASS)
            .map(guard -> cell(new Tally.Turn(guard.errand(), -1), guard.errand().network()))
            .toList();
    probes.run(cells, progress -> {});
    events.drain();
  }

  private SurveyResult result(Tally tally, boolean complete) {
    Reasons reasons = new Reasons(laboratory.clients(), plan.conduct().oneClient());
    reasons.add(events.drain());
    Map<Errand, Surveyed> cells = new LinkedHashMap<>();
    tally.results(reasons).forEach(cell -> cells.put(cell.errand(), cell));
    for (Guard guard : plan.guards()) {
      Surveyed canary = cells.get(guard.errand());
      if (complete && canary != null) {
        guard.check(canary);
      }
    }
    List<Surveyed> wanted =
        plan.errands().stream().filter(cells::containsKey).map(cells::get).toList();
    return new SurveyResult(plan, wanted, complete, laboratory.notices());
  }

  /** One visit of every turn that is due, and of its control. */
  private boolean visit(List<Tally.Turn> due, Tally tally, Watcher watcher) {
    Batch batch = new Batch();
    due.forEach(turn -> batch.add(turn, network -> cell(turn, network)));
    attempt++;
    int before = visited;
    RoundResult result =
        probes.run(
            batch.cells(), now -> watcher.progress(before + now.done(), before + now.total()));
    visited += batch.cells().size();
    batch.count(result.observations(), tally);
    return result.isComplete();
  }

  private Cell cell(Tally.Turn turn, String network) {
    Errand errand = turn.errand();
    String visit =
        String.join(
            " ",
            network,
            errand.target().host() + errand.target().path(),
            errand.technique().name(),
            turn.number() + "." + attempt);
    return new Cell(
        vantages.of(network, clients.of(network, visit)),
        errand.target().site(),
        errand.technique());
  }

  @Override
  public void close() {
    probes.close();
  }
}
