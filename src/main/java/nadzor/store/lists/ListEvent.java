package nadzor.store.lists;

import java.time.Instant;

/** A line of a folder's history. Immutable. */
public sealed interface ListEvent permits ListVersion, Activation {
  /** Which version it is about. */
  long number();

  /** When. */
  Instant at();

  /** Who. */
  String by();
}
