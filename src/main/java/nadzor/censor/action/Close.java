package nadzor.censor.action;

import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;

/**
 * Action <b>close</b>: both sides are closed cleanly after the trigger.
 *
 * <p>The client sees: the end of the stream where an answer should be.
 *
 * <p>Example: {@code {on: client-hello, measure: block, action: close}}
 *
 * <p>Source: OONI, "New blocks emerge in Russia amid war in Ukraine", 2022: 68 of 1,571
 * measurements of facebook.com.
 */
public record Close() implements StreamAction {
  @Override
  public String name() {
    return "close";
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Answer(new byte[0]);
  }
}
