package nadzor.story;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.lab.Site;
import nadzor.lab.SiteObject;
import nadzor.probe.Cell;
import nadzor.probe.Limits;
import nadzor.probe.Observation;
import nadzor.probe.Pause;
import nadzor.probe.ProbeRound;
import nadzor.probe.Prober;
import nadzor.probe.Progress;
import nadzor.probe.RoundResult;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.probe.Trust;
import nadzor.probe.Vantage;

/**
 * Lets the blind probe visit a laboratory: it is given addresses, names and the CA, and nothing
 * else. {@link #close} may be called by any thread and ends a round under way.
 */
final class Round implements AutoCloseable {
  private static final int VISITS_AT_ONCE = 16;

  private final Laboratory laboratory;
  private final List<String> networks;
  private final String control;
  private final ClientAddresses clients;
  private final ProbeRound probes;

  /**
   * For one laboratory.
   *
   * @param networks the names of those to visit
   * @param control which of them is the control
   */
  Round(
      Laboratory laboratory,
      List<String> networks,
      String control,
      Limits limits,
      InstantSource calendar,
      long seed)
      throws IOException {
    this.laboratory = laboratory;
    this.networks = List.copyOf(networks);
    this.control = control;
    clients = new ClientAddresses(seed);
    Trust trust = Trust.ofCaFile(laboratory.caFile());
    Prober prober = new Prober(limits, trust, calendar, System::nanoTime, seed);
    probes = new ProbeRound(prober::probe, Pause.NONE, VISITS_AT_ONCE, seed);
  }

  /**
   * Visits once and forgets what it saw: the first handshakes of a process run in code that is not
   * compiled yet, and would look slow.
   */
  void warmUp(List<Site> sites) {
    probes.run(cells(sites), progress -> {});
  }

  /** Visits every site in every network with every technique; again where a verdict is doubtful. */
  Visits visit(List<Site> sites, Consumer<Progress> progress) {
    Map<String, Cell> due = new LinkedHashMap<>();
    cells(sites).forEach(cell -> due.put(Visits.key(cell), cell));
    Map<String, Ballot> ballots = new HashMap<>();
    boolean complete = true;
    int before = 0;
    while (complete && !due.isEmpty()) {
      int done = before;
      RoundResult result =
          probes.run(List.copyOf(due.values()), one -> progress.accept(after(done, one)));
      before += due.size();
      complete = result.isComplete();
      count(result.observations(), due, ballots);
    }
    Map<String, Vote> votes = new HashMap<>();
    ballots.forEach((key, ballot) -> votes.put(key, ballot.result()));
    return new Visits(votes, complete);
  }

  /** Visits that are made again count on top. */
  private static Progress after(int done, Progress now) {
    return new Progress(done + now.done(), done + now.total(), now.latest());
  }

  /**
   * Adds what was seen to the ballots; leaves due what is to be visited again, with its control.
   */
  private void count(
      List<Observation> observations, Map<String, Cell> due, Map<String, Ballot> ballots) {
    Map<String, Observation> seen = new HashMap<>();
    observations.forEach(one -> seen.put(Visits.key(one.cell()), one));
    Map<String, Cell> again = new LinkedHashMap<>();
    for (Map.Entry<String, Cell> entry : due.entrySet()) {
      Cell controlCell = controlOf(entry.getValue());
      Observation mine = seen.get(entry.getKey());
      Observation beside = seen.get(Visits.key(controlCell));
      Ballot ballot = ballots.computeIfAbsent(entry.getKey(), key -> new Ballot());
      if (mine != null && beside != null && !ballot.isSettled()) {
        ballot.add(Vote.of(mine, beside));
        if (!ballot.isSettled()) {
          again.put(entry.getKey(), entry.getValue());
          again.put(Visits.key(controlCell), controlCell);
        }
      }
    }
    ballots.values().removeIf(Ballot::isEmpty);
    due.clear();
    due.putAll(again);
  }

  private Cell controlOf(Cell cell) {
    return cell(control, cell.site(), cell.technique());
  }

  private List<Cell> cells(List<Site> sites) {
    List<Cell> cells = new ArrayList<>();
    for (Site site : sites) {
      for (Technique technique : Techniques.everyday()) {
        networks.forEach(name -> cells.add(cell(name, target(site), technique)));
      }
    }
    return cells;
  }

  private Cell cell(String name, nadzor.probe.Site site, Technique technique) {
    LabNetwork network = laboratory.network(name);
    Vantage vantage =
        new Vantage(
            name,
            network.resolver(),
            network.foreignResolver(),
            network.proxy(),
            Optional.of(clients.of(Visits.key(site.host(), name, technique.name()))));
    return new Cell(vantage, site, technique);
  }

  /** What is fetched of a site: its object where it has one, else its page. */
  private static nadzor.probe.Site target(Site site) {
    String path = site.objects().stream().findFirst().map(SiteObject::path).orElse("/");
    return new nadzor.probe.Site(site.host(), path);
  }

  @Override
  public void close() {
    probes.close();
  }
}
