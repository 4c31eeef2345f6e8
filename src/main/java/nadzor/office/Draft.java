package nadzor.office;

import java.util.List;
import nadzor.registry.Entry;

/** What somebody wants recorded. Immutable; asked under the office's lock. */
@FunctionalInterface
public interface Draft {
  /**
   * The entries, in order; each may rest on those before it.
   *
   * @throws Refusal if there is no such thing, or it has changed
   * @throws nadzor.registry.RegistryException if such an entry cannot be
   */
  List<Entry> entries(Moment moment);

  /** The same, if that thing is still at this revision. */
  default Draft ifAt(Revisions.Key key, long revision) {
    return moment -> {
      moment.revisions().check(key, revision);
      return entries(moment);
    };
  }
}
