package nadzor.office;

import java.time.Instant;

/** What one network applies: a version, since an instant of the calendar. Immutable. */
public record Standing(VersionCard version, Instant since) {
  /** The same version, known as what is ordered. */
  Standing as(Ordered same) {
    return new Standing(version.as(same), since);
  }

  /** The same without its journal. */
  Standing alone() {
    return new Standing(version.alone(), since);
  }
}
