package nadzor.story.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.lab.Site;

/**
 * What is to be measured. Immutable.
 *
 * @param world every site there is
 * @param networks in the order of the matrix; the control is not among them
 * @param errands the cells, each once
 * @param guards what must hold for the results to be believed
 * @param mirrors for a name, another one with the same content
 * @param front the neutral name of the control network
 * @param conduct how it is measured
 */
public record SurveyPlan(
    List<Site> world,
    List<SurveyNetwork> networks,
    List<Errand> errands,
    List<Guard> guards,
    Map<DomainName, DomainName> mirrors,
    DomainName front,
    Conduct conduct) {
  /** The name of the network that restricts nothing. */
  public static final String CONTROL = "control";

  /**
   * How it is measured.
   *
   * @param seed of all chance
   * @param repeat how often each cell is measured, at least once
   * @param scale by what the profiles' long durations were multiplied
   * @param atOnce visits at the same time
   * @param oneClient whether each network has one client only, who waits between two visits as long
   *     as the network remembers; else every visit comes from a client of its own
   */
  public record Conduct(long seed, int repeat, double scale, int atOnce, boolean oneClient) {
    /** Refuses to measure less than once. */
    public Conduct {
      if (repeat < 1 || atOnce < 1) {
        throw new IllegalArgumentException("--repeat: found " + repeat + ", expected at least 1");
      }
      if (!(scale > 0)) {
        throw new IllegalArgumentException("--scale: found " + scale + ", expected above 0");
      }
    }
  }

  /** Copies the collections; refuses a network that is named like the control. */
  public SurveyPlan {
    world = List.copyOf(world);
    networks = List.copyOf(networks);
    errands = List.copyOf(errands);
    guards = List.copyOf(guards);
    mirrors = Map.copyOf(mirrors);
    if (networks.stream().anyMatch(network -> network.name().equals(CONTROL))) {
      throw new IllegalArgumentException("a network is called control: that name is taken");
    }
  }

  Optional<SurveyNetwork> network(String name) {
    return networks.stream().filter(network -> network.name().equals(name)).findFirst();
  }
}
