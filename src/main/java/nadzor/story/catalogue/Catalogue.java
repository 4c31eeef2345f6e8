package nadzor.story.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.lab.Site;
import nadzor.story.survey.Errand;
import nadzor.story.survey.SurveyNetwork;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyWorld;

/**
 * Cells from the literature, with the networks that they speak of. Immutable.
 *
 * @param networks each once
 * @param sites beside those of every survey
 * @param cells in the order of the files
 */
public record Catalogue(List<SurveyNetwork> networks, List<Site> sites, List<CatalogueCell> cells) {
  /** Copies the lists. */
  public Catalogue {
    networks = List.copyOf(networks);
    sites = List.copyOf(sites);
    cells = List.copyOf(cells);
  }

  /** The cells that are wanted, with the networks that they need. */
  public Catalogue only(Predicate<CatalogueCell> wanted) {
    List<CatalogueCell> kept = cells.stream().filter(wanted).toList();
    Set<String> names = kept.stream().map(CatalogueCell::network).collect(Collectors.toSet());
    List<SurveyNetwork> needed =
        networks.stream().filter(network -> names.contains(network.name())).toList();
    return new Catalogue(needed, sites, kept);
  }

  /** What is to be measured to hold a laboratory against it. */
  public SurveyPlan plan(SurveyPlan.Conduct conduct) {
    return new SurveyPlan(
        Stream.concat(SurveyWorld.sites().stream(), sites.stream()).toList(),
        networks,
        cells.stream().flatMap(cell -> errand(cell).stream()).toList(),
        networks.stream()
            .flatMap(each -> SurveyWorld.guards(each.name(), each.profile()).stream())
            .toList(),
        SurveyWorld.mirrors(),
        SurveyWorld.FRONT,
        conduct);
  }

  static Optional<Errand> errand(CatalogueCell cell) {
    return cell.practice() instanceof CatalogueCell.Runs runs
        ? Optional.of(runs.errand())
        : Optional.empty();
  }
}
