package nadzor.censor;

import java.util.Optional;

/**
 * What was decided about a flow, and why. Immutable.
 *
 * @param effect what is to happen
 * @param restriction what is restricted; empty where nothing is
 * @param isSettled whether this is the last word on the flow; otherwise it is looked at further
 */
public record StreamRuling(
    StreamEffect effect, Optional<Restriction> restriction, boolean isSettled) {
  /** Nothing is restricted so far. */
  public static final StreamRuling PASS =
      new StreamRuling(StreamEffect.PASS, Optional.empty(), false);

  /** Nothing will be restricted: a line of the profile exempts the flow. */
  public static final StreamRuling EXEMPT =
      new StreamRuling(StreamEffect.PASS, Optional.empty(), true);

  /** What restricts is the last word. */
  public StreamRuling(StreamEffect effect, Optional<Restriction> restriction) {
    this(effect, restriction, true);
  }

  /** Whether the flow goes on. */
  public boolean isPass() {
    return effect == StreamEffect.PASS;
  }
}
