package nadzor.blocklist;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The statements that sources hold, asked for by the ids of their decisions. Immutable. */
final class HeldNotices extends AbstractList<Notice> implements RandomAccess {
  private final Sources sources;
  private final int[] holding;
  private final Function<String, Notice> statements;

  private HeldNotices(Sources sources, int[] holding, Function<String, Notice> statements) {
    this.sources = sources;
    this.holding = holding;
    this.statements = statements;
  }

  /** Those of sources that were numbered one after another, as a builder does. */
  static List<Notice> of(Sources sources, Function<String, Notice> statements) {
    int[] holding = IntStream.range(0, sources.count()).filter(sources::isHolding).toArray();
    return new HeldNotices(sources, holding, statements);
  }

  @Override
  public Notice get(int index) {
    return statements.apply(sources.decision(holding[index]));
  }

  @Override
  public int size() {
    return holding.length;
  }
}
