package nadzor.story.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.probe.Outcome;
import nadzor.story.survey.SurveyResult;
import nadzor.story.survey.Surveyed;

/**
 * The catalogue held against what a survey found. Immutable.
 *
 * @param verdicts one for each cell, in the order of the catalogue
 */
public record Comparison(List<Verdict> verdicts) {
  /** What became of a cell. */
  public enum Standing {
    /** The laboratory does what the literature says. */
    AGREES("agree"),
    /** It does something else, and nobody knows why. */
    DIFFERS("differ"),
    /** It does something else, as the catalogue says with its reason. */
    LIMIT("differ as documented"),
    /** It cannot be visited here. */
    NOT_REPRESENTABLE("not representable here"),
    /** The laboratory lacks something that the technique needs. */
    NOT_MEASURED("not measured"),
    /** The survey was stopped before. */
    NOT_REACHED("not reached");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** One cell with what was found of it. */
  public record Verdict(CatalogueCell cell, Optional<Surveyed> found, Standing standing) {
    /** What came out, or why nothing did. */
    String outcome() {
      if (cell.practice() instanceof CatalogueCell.NotHere notHere) {
        return notHere.why();
      }
      return found.map(each -> each.outcome().text()).orElse("-");
    }

    /** The reason of a documented difference. */
    Optional<String> limit() {
      return cell.practice() instanceof CatalogueCell.Runs runs
          ? runs.limit().map(CatalogueCell.Limit::why)
          : Optional.empty();
    }
  }

  /** Copies the list. */
  public Comparison {
    verdicts = List.copyOf(verdicts);
  }

  /** Compares. */
  public static Comparison of(Catalogue catalogue, SurveyResult result) {
    return new Comparison(catalogue.cells().stream().map(cell -> verdict(cell, result)).toList());
  }

  private static Verdict verdict(CatalogueCell cell, SurveyResult result) {
    if (!(cell.practice() instanceof CatalogueCell.Runs runs)) {
      return new Verdict(cell, Optional.empty(), Standing.NOT_REPRESENTABLE);
    }
    Optional<Surveyed> found = result.of(runs.errand());
    Standing standing =
        found
            .map(each -> standing(each.outcome(), cell.expected(), runs.limit()))
            .orElse(Standing.NOT_REACHED);
    return new Verdict(cell, found, standing);
  }

  /** A documented difference that is gone is a difference: then the file is out of date. */
  static Standing standing(
      Outcome found, Expectation expected, Optional<CatalogueCell.Limit> limit) {
    if (found instanceof Outcome.NotMeasured) {
      return Standing.NOT_MEASURED;
    }
    if (limit.isPresent()) {
      return limit.get().here().holds(found) ? Standing.LIMIT : Standing.DIFFERS;
    }
    return expected.holds(found) ? Standing.AGREES : Standing.DIFFERS;
  }

  /** How many cells stand how. */
  public Map<Standing, Integer> counts() {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    verdicts.forEach(each -> counts.merge(each.standing(), 1, Integer::sum));
    return counts;
  }

  /** Those that stand so. */
  public List<Verdict> standing(Standing standing) {
    return verdicts.stream().filter(each -> each.standing() == standing).toList();
  }
}
