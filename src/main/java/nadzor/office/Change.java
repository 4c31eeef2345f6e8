package nadzor.office;

import nadzor.registry.Recorded;

/** Something changed in the laboratory. Immutable. */
public sealed interface Change {
  /** Its number, from 1, without gaps. */
  long number();

  /** Something was recorded. */
  record Written(long number, Recorded<?> recorded) implements Change {}

  /** A network applies another version. */
  record Activated(long number, NetworkChange change) implements Change {}

  /** The calendar was set, or came to an instant at which something was due. */
  record Clock(long number, Calendar.Reading reading) implements Change {}

  /** Nothing is as it was: all is to be read anew. */
  record Replaced(long number, long entries) implements Change {}
}
