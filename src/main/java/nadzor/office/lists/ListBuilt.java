package nadzor.office.lists;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Objection;
import nadzor.blocklist.VersionDiff;
import nadzor.store.lists.ListVersion;

/**
 * What became of a build. Immutable.
 *
 * @param outcome what it came to
 * @param version the one that was built, or the latest one where that is the same
 * @param objections why it looks like an accident beside the latest version
 * @param diff what differs from the latest version; from nothing where there is none
 */
public record ListBuilt(
    Outcome outcome, Optional<ListVersion> version, List<Objection> objections, VersionDiff diff) {
  /** What a build comes to. */
  public enum Outcome {
    /** A new version is kept. */
    BUILT,
    /** The latest version is the same. */
    UNCHANGED,
    /** It looks like an accident: nothing is kept. */
    REFUSED,
    /** Nothing is kept, as was asked for. */
    TRIED
  }

  /** Copies the list. */
  public ListBuilt {
    objections = List.copyOf(objections);
  }
}
