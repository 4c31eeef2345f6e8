package nadzor.office;

import java.io.OutputStream;
import java.util.Optional;
import nadzor.registry.EntryKind;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.store.BrokenChain;
import nadzor.store.Export;
import nadzor.store.Head;
import nadzor.store.StoreException;

/** The journal as it is kept: finds records again, proves and exports them. Thread-safe. */
public final class Archive {
  private final Records records;

  Archive(Records records) {
    this.records = records;
  }

  /** The latest record of that kind about that id. */
  public Optional<Recorded<?>> record(EntryKind kind, String about) {
    return records.place(kind, about);
  }

  /** Makes what the first question for a revision would wait for. */
  void prepare() {
    records.revisions().follow();
  }

  /** The number of the last record about it; 0 where it stands in none. */
  public long revision(Revisions.Kind kind, String id) {
    return records.revisions().of(kind, id);
  }

  /** How the store is. */
  public StoreHealth health() {
    return StoreHealth.of(records.kept().status());
  }

  /**
   * Walks the hash chain of what is kept.
   *
   * @throws Refusal if the store cannot be read
   */
  public Verified verify() {
    try {
      Head head = records.kept().source().verify(row -> {});
      return new Verified(head.number(), head.hash().toString(), Optional.empty());
    } catch (BrokenChain e) {
      String what = "found " + e.found() + ", expected " + e.expected();
      return new Verified(e.number() - 1, "", Optional.of(new Verified.Broken(e.number(), what)));
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }

  /**
   * Writes the journal as JSON Lines, as it is kept.
   *
   * @throws Refusal if the store cannot be read
   */
  public void export(OutputStream lines) {
    try {
      Export.Exported unused = Export.run(records.kept().source(), lines, row -> {});
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }

  /** The journal itself; not to be written. */
  public Journal journal() {
    return records.journal();
  }
}
