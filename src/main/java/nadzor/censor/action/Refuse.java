package nadzor.censor.action;

import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>refuse</b>: the connection is not made.
 *
 * <p>The client sees: "connection refused", as if nothing listened there.
 *
 * <p>Example: {@code {on: connection, measure: block, action: refuse}}
 *
 * <p>Source: RFC 9293 section 3.10.7.1 (a reset in answer to a SYN); a common way of dropping
 * addresses at a router.
 */
public record Refuse() implements StreamAction {
  @Override
  public String name() {
    return "refuse";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CONNECTION;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Refuse();
  }
}
