package nadzor.story;

import java.util.List;
import java.util.stream.Stream;
import nadzor.lab.Site;
import nadzor.registry.Catalogue;
import nadzor.registry.Derivation;
import nadzor.registry.Journal;

/**
 * A story, read and checked. Immutable, but for the journal, to which nothing is added.
 *
 * @param name its name
 * @param about one or more sentences
 * @param sources the literature
 * @param seed of all chance in it
 * @param sites the world, canaries apart
 * @param canaries what guards the run
 * @param networks in the order of the file; one of them is the control
 * @param catalogue operators and platforms
 * @param derivation all records, with what the policy made of them
 * @param steps in order of time
 * @param expected what is expected when
 */
public record Scenario(
    String name,
    String about,
    List<String> sources,
    long seed,
    List<Site> sites,
    Canaries canaries,
    List<NetworkPlan> networks,
    Catalogue catalogue,
    Derivation derivation,
    List<Step> steps,
    Expectations expected) {
  /** Copies the lists. */
  public Scenario {
    sources = List.copyOf(sources);
    sites = List.copyOf(sites);
    networks = List.copyOf(networks);
    steps = List.copyOf(steps);
  }

  /** Everything that is recorded, derived decisions included. */
  public Journal journal() {
    return derivation.journal();
  }

  /** The network that restricts nothing. */
  public NetworkPlan control() {
    return networks.stream().filter(NetworkPlan::control).findFirst().orElseThrow();
  }

  /** The sites of the world, canaries among them. */
  public List<Site> allSites() {
    return Stream.concat(sites.stream(), Stream.of(canaries.restricted(), canaries.free()))
        .toList();
  }

  /** The names of the groups of sites, in the order of the file. */
  public List<String> groups() {
    return sites.stream().map(Site::role).distinct().toList();
  }

  /** The same story with another seed. */
  public Scenario withSeed(long newSeed) {
    return new Scenario(
        name,
        about,
        sources,
        newSeed,
        sites,
        canaries,
        networks,
        catalogue,
        derivation,
        steps,
        expected);
  }

  /** The same story with other records; what the policy made of its own is forgotten. */
  public Scenario withJournal(Journal journal) {
    return new Scenario(
        name,
        about,
        sources,
        seed,
        sites,
        canaries,
        networks,
        catalogue,
        Derivation.none(journal),
        steps,
        expected);
  }

  /** The same story with other steps, and what is expected of them. */
  public Scenario withSteps(List<Step> others, Expectations expectations) {
    return new Scenario(
        name,
        about,
        sources,
        seed,
        sites,
        canaries,
        networks,
        catalogue,
        derivation,
        others,
        expectations);
  }
}
