package nadzor.office;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import nadzor.blocklist.RuleCounts;
import nadzor.office.lists.ListBuild;
import nadzor.office.lists.ListBuilt;
import nadzor.office.lists.Taken;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.Making;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where versions of the list are made and looked at; nothing here is in force. Thread-safe. */
public final class ListWorks {
  private static final Logger LOG = LoggerFactory.getLogger(ListWorks.class);
  private static final int COUNTS_HELD = 1_000;
  private static final int SAMPLES = 20;

  private final ListFolder folder;

  /** By the hash of a version's content. */
  private final Cache<String, RuleCounts> counts =
      CacheBuilder.newBuilder().maximumSize(COUNTS_HELD).build();

  ListWorks(ListFolder folder) {
    this.folder = folder;
  }

  /** The versions. */
  public ListFolder folder() {
    return folder;
  }

  /** How many entries of each kind a version has; empty where it cannot be read. */
  public Optional<RuleCounts> counts(ListVersion version) {
    try {
      return Optional.of(counts.get(version.hash(), () -> folder.read(version.number()).counts()));
    } catch (ExecutionException e) {
      LOG.warn("list version {} cannot be read: {}", version.number(), e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Builds the next version; one is built at a time.
   *
   * @param dryRun only tell what would be
   * @param yesReally even where it looks like an accident beside the latest one
   * @throws Refusal if it does; nothing is kept then
   * @throws IOException if it cannot be kept, or the others cannot be read
   */
  public synchronized ListBuilt build(Taken taken, Making making, boolean dryRun, boolean yesReally)
      throws IOException {
    ListBuilt built = new ListBuild(folder, dryRun, yesReally, SAMPLES).run(taken.list(), making);
    if (built.outcome() == ListBuilt.Outcome.REFUSED) {
      throw Refusal.of(
          "#query/yesReally",
          "what looks like an accident: " + built.objections().get(0).why(),
          "a list that changes less, or yesReally");
    }
    return built;
  }
}
