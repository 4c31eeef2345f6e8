package nadzor.story;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import nadzor.probe.Trust;
import nadzor.probe.Vantage;

/**
 * Lets the blind probe visit a laboratory: it is given addresses, names and the CA, and nothing
 * else. {@link #close} may be called by any thread and ends a round under way.
 */
final class Round implements AutoCloseable {
  private static final int VISITS_AT_ONCE = 16;

  private final Laboratory laboratory;
  private final ProbeRound probes;

  Round(Laboratory laboratory, Limits limits, InstantSource calendar, long seed)
      throws IOException {
    this.laboratory = laboratory;
    Trust trust = Trust.ofCaFile(laboratory.caFile());
    Prober prober = new Prober(limits, trust, calendar, System::nanoTime, seed);
    probes = new ProbeRound(prober::probe, Pause.NONE, VISITS_AT_ONCE, seed);
  }

  /**
   * Visits once through every network and forgets what it saw: the first handshakes of a process
   * run in code that is not compiled yet, and would look slow.
   */
  void warmUp(List<Site> sites, List<String> networks, List<Technique> techniques) {
    visit(sites, networks, techniques, progress -> {});
  }

  /** Visits every site in every network with every technique. */
  Visits visit(
      List<Site> sites,
      List<String> networks,
      List<Technique> techniques,
      Consumer<Progress> progress) {
    List<Cell> cells = new ArrayList<>();
    for (Site site : sites) {
      for (Technique technique : techniques) {
        for (String network : networks) {
          cells.add(new Cell(vantage(network), target(site), technique));
        }
      }
    }
    RoundResult result = probes.run(cells, progress);
    return new Visits(byKey(result.observations()), result.isComplete());
  }

  private Vantage vantage(String name) {
    LabNetwork network = laboratory.network(name);
    return new Vantage(name, network.resolver(), network.foreignResolver(), network.proxy());
  }

  /** What is fetched of a site: its object where it has one, else its page. */
  static nadzor.probe.Site target(Site site) {
    String path = site.objects().stream().findFirst().map(SiteObject::path).orElse("/");
    return new nadzor.probe.Site(site.host(), path);
  }

  private static Map<String, Observation> byKey(List<Observation> observations) {
    Map<String, Observation> byKey = new HashMap<>();
    for (Observation seen : observations) {
      Cell cell = seen.cell();
      byKey.put(
          Visits.key(cell.site().host(), cell.vantage().network(), cell.technique().name()), seen);
    }
    return byKey;
  }

  @Override
  public void close() {
    probes.close();
  }
}
