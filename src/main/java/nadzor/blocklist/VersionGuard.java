package nadzor.blocklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says of a new version why it looks like an accident: empty, or changed beyond a set share.
 * Immutable.
 *
 * @param mostGrowth rules more, as a share of the former version's rules: 0.2 is a fifth
 * @param mostShrinkage rules fewer, as such a share
 * @param mostTurnover rules that came and went together, as such a share
 * @param smallest a former version of fewer rules than this may change as it likes, and a kind of
 *     fewer rules may vanish
 */
public record VersionGuard(
    double mostGrowth, double mostShrinkage, double mostTurnover, int smallest) {
  /** A quarter more, a tenth fewer, two fifths turned over, of versions with a hundred rules. */
  public static final VersionGuard USUAL = new VersionGuard(0.25, 0.1, 0.4, 100);

  /** Checks the shares. */
  public VersionGuard {
    if (!(mostGrowth >= 0 && mostShrinkage >= 0 && mostTurnover >= 0) || smallest < 0) {
      throw new IllegalArgumentException("a share or a size below nothing");
    }
  }

  /** Whatever stands against the later version; none where nothing does. */
  public List<Objection> check(VersionDiff diff) {
    List<Objection> found = new ArrayList<>();
    long before = diff.from().total();
    long after = diff.to().total();
    if (before > 0 && after == 0) {
      found.add(
          new Objection(
              Objection.Concern.EMPTY,
              "it has no rules, the version before had " + before,
              before,
              0,
              1,
              mostShrinkage));
      return found;
    }
    kinds(diff, found);
    if (before > 0 && before >= smallest) {
      shares(diff, before, after, found);
    }
    return found;
  }

  private void kinds(VersionDiff diff, List<Objection> to) {
    gone("names", diff.from().names(), diff.to().names(), to);
    gone("masks", diff.from().masks(), diff.to().masks(), to);
    gone("addresses", diff.from().addresses(), diff.to().addresses(), to);
    gone("URLs", diff.from().urls(), diff.to().urls(), to);
  }

  private void gone(String what, int before, int after, List<Objection> to) {
    if (before >= Math.max(1, smallest) && after == 0) {
      to.add(
          new Objection(
              Objection.Concern.KIND_GONE,
              "none of " + before + " rules on " + what + " is left",
              before,
              0,
              1,
              mostShrinkage));
    }
  }

  private void shares(VersionDiff diff, long before, long after, List<Objection> to) {
    double grown = (after - before) / (double) before;
    if (grown > mostGrowth) {
      to.add(share(Objection.Concern.GREW, "it grew by", before, after, grown, mostGrowth));
    }
    if (-grown > mostShrinkage) {
      to.add(share(Objection.Concern.SHRANK, "it shrank by", before, after, -grown, mostShrinkage));
    }
    long turned = (long) diff.counts().added() + diff.counts().removed();
    double turnover = turned / (double) before;
    if (turnover > mostTurnover) {
      to.add(
          share(
              Objection.Concern.TURNED_OVER,
              "what came and went is",
              before,
              turned,
              turnover,
              mostTurnover));
    }
  }

  private static Objection share(
      Objection.Concern concern,
      String words,
      long before,
      long after,
      double share,
      double allowed) {
    String why =
        String.format(
            Locale.ROOT,
            "%s %.1f %% (%d before, %d now), %.1f %% is allowed",
            words,
            share * 100,
            before,
            after,
            allowed * 100);
    return new Objection(concern, why, before, after, share, allowed);
  }
}
