package nadzor.office;

import java.util.Optional;
import nadzor.registry.EntryKind;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;

/** Finds records again. Thread-safe. */
public final class Archive {
  private final Records records;

  Archive(Records records) {
    this.records = records;
  }

  /** The latest record of that kind about that id. */
  public Optional<Recorded<?>> record(EntryKind kind, String about) {
    return records.place(kind, about);
  }

  /** The number of the last record about it; 0 where it stands in none. */
  public long revision(Revisions.Kind kind, String id) {
    return records.revisions().of(kind, id);
  }

  /** The journal itself; not to be written. */
  public Journal journal() {
    return records.journal();
  }
}
