package nadzor.censor;

import java.util.Optional;

/**
 * What was decided about a flow, and why. Immutable.
 *
 * @param effect what is to happen
 * @param restriction what is restricted; empty where nothing is
 */
public record StreamRuling(StreamEffect effect, Optional<Restriction> restriction) {
  /** Nothing is restricted. */
  public static final StreamRuling PASS = new StreamRuling(StreamEffect.PASS, Optional.empty());

  /** Whether the flow goes on. */
  public boolean isPass() {
    return effect == StreamEffect.PASS;
  }
}
