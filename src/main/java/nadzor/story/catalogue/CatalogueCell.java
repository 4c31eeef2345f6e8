package nadzor.story.catalogue;

import java.util.Optional;
import nadzor.files.Position;
import nadzor.story.survey.Errand;

/**
 * What the literature says of one technique in one kind of network. Immutable.
 *
 * @param network the network's name
 * @param technique its name; of one that does not exist here, what the literature calls it
 * @param target the target's word
 * @param expected what it says
 * @param source who says it
 * @param tag how well that is known
 * @param practice how it can be held against a laboratory
 * @param at where it stands
 */
public record CatalogueCell(
    String network,
    String technique,
    String target,
    Expectation expected,
    String source,
    Tag tag,
    Practice practice,
    Position at) {
  /** How well it is known. */
  public enum Tag {
    /** Read in the primary text. */
    A,
    /** Read in a secondary text. */
    B,
    /** Read in an unverified extract. */
    C,
    /** Recalled, or inferred from what is known. */
    R,
    /** Made for teaching: follows from what the profile says of itself. */
    T
  }

  /** How a cell can be held against a laboratory. */
  public sealed interface Practice {}

  /**
   * It can be visited.
   *
   * @param errand how
   * @param limit what is known to come out otherwise here, and why
   */
  public record Runs(Errand errand, Optional<Limit> limit) implements Practice {}

  /** It cannot be visited here. */
  public record NotHere(String why) implements Practice {}

  /** A documented difference between the laboratory and the literature. */
  public record Limit(Expectation here, String why) {}
}
