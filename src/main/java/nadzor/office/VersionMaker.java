package nadzor.office;

import java.util.Optional;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;

/**
 * Makes a version of what is ordered. A long list that differs little from one that stands is made
 * from that one: it shares most of its memory, and a decision comes into force without all others
 * being compiled anew. Pure.
 */
final class VersionMaker {
  /** A list of fewer rules is made from nothing in no time. */
  static final int LONG = 5_000;

  /** Which share of its rules may differ. */
  private static final int SHARE = 32;

  private VersionMaker() {}

  /**
   * The version of this number.
   *
   * @param standing versions that it may be made from, the likeliest first
   */
  static Blocklist make(long number, Ordered ordered, Stream<VersionCard> standing) {
    return standing
        .filter(one -> one.size() >= LONG)
        .flatMap(one -> from(one, number, ordered).stream())
        .findFirst()
        .orElseGet(() -> compiled(number, ordered));
  }

  private static Optional<Blocklist> from(VersionCard base, long number, Ordered ordered) {
    int most = base.size() / SHARE;
    return base.near(ordered, most)
        .filter(delta -> delta.size() <= most)
        .map(delta -> base.list().next(number, delta.added(), delta.removed()));
  }

  private static Blocklist compiled(long number, Ordered ordered) {
    BlocklistBuilder builder = new BlocklistBuilder();
    ordered.rules().forEach(builder::add);
    return builder.build(number);
  }
}
