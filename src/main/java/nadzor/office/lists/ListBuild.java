package nadzor.office.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Objection;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionGuard;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.Making;

/**
 * Builds the next version of a list.
 *
 * @param folder where the versions are
 * @param dryRun only tell what would be
 * @param yesReally keep it even where it looks like an accident
 * @param samples how many of the changes are told
 */
public record ListBuild(ListFolder folder, boolean dryRun, boolean yesReally, int samples) {
  /**
   * Keeps it, if it is another list than the latest version and looks like no accident beside it.
   *
   * @throws IOException if it cannot be kept, or the versions cannot be read; all is as it was
   */
  public ListBuilt run(Blocklist list, Making making) throws IOException {
    Optional<ListVersion> latest = folder.history().latest();
    Blocklist before = latest.isPresent() ? folder.read(latest.get().number()) : Blocklist.EMPTY;
    VersionDiff diff = VersionDiff.between(before, list, samples);
    if (latest.filter(one -> one.hash().equals(list.contentHash())).isPresent()) {
      return new ListBuilt(ListBuilt.Outcome.UNCHANGED, latest, List.of(), diff);
    }
    List<Objection> objections = objections(list, diff);
    if (dryRun) {
      return new ListBuilt(ListBuilt.Outcome.TRIED, Optional.empty(), objections, diff);
    }
    if (!objections.isEmpty() && !yesReally) {
      return new ListBuilt(ListBuilt.Outcome.REFUSED, Optional.empty(), objections, diff);
    }
    ListVersion built = folder.add(list, making);
    return new ListBuilt(ListBuilt.Outcome.BUILT, Optional.of(built), objections, diff);
  }

  /** A first version without rules is one by accident, too. */
  private static List<Objection> objections(Blocklist now, VersionDiff diff) {
    List<Objection> all = new ArrayList<>(VersionGuard.USUAL.check(diff));
    if (now.size() == 0 && all.isEmpty()) {
      int before = diff.from().total();
      all.add(new Objection(Objection.Concern.EMPTY, "it has no rules", before, 0, 0, 0));
    }
    return all;
  }
}
