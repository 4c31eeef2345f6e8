package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/** Where what a record says is held. Immutable, thread-safe. */
sealed interface Held permits Whole, Packs {
  /** The number of the record whose number is known as that. */
  long number(int known);

  /** When the one in that place was recorded. */
  Instant at(int place);

  /** Who recorded it. */
  String by(int place);

  /** What was recorded. */
  Entry entry(int place);

  /** Of what kind that is. */
  EntryKind kind(int place);

  /** Parts of it, where it is a decision that is packed with words of that pool. */
  Optional<Glance> glance(int place, Pool words);

  /** The id that this is about. */
  String about(int place);

  /** Whether that is about this id. */
  boolean isAbout(int place, String id);
}
