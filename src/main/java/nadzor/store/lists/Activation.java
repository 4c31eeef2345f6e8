package nadzor.store.lists;

import java.time.Instant;

/**
 * A version was put in force. Immutable.
 *
 * @param number the version that is in force from then on; {@link #NOTHING} where none is, as
 *     before the first was activated
 * @param at when
 * @param by who
 * @param isRollback whether it is the one that was in force before, put back
 * @param why what the one who did it says
 */
public record Activation(long number, Instant at, String by, boolean isRollback, String why)
    implements ListEvent {
  /** The number of no version. */
  public static final long NOTHING = 0;

  /** Whether no version is in force any more. */
  public boolean isOfNothing() {
    return number == NOTHING;
  }
}
