package nadzor.censor.action;

import nadzor.censor.Grace;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>close</b>: both sides are closed cleanly after the trigger, or when so much has passed.
 *
 * <p>The client sees: the end of the stream where an answer should be, or in the middle of one.
 * What passed before arrives.
 *
 * <p>Example: {@code {on: client-hello, measure: block, action: close}}, {@code {close:
 * {after-octets: 16384}}}, {@code {close: {after-time: 5 s, mute: true}}}
 *
 * <p>Source: OONI, "New blocks emerge in Russia amid war in Ukraine", 2022: 68 of 1,571
 * measurements of facebook.com. A close after so many octets is toxic limit_data of Toxiproxy's
 * README, one after a mute time its toxic timeout.
 *
 * @param grace what still passes: segments, octets, a time; or a time for which nothing does
 */
public record Close(Grace grace) implements StreamAction {
  /** At once. */
  public Close() {
    this(Grace.NONE);
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return StreamAction.super.suits(on) || on == Sighting.Kind.CONNECTION;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Answer(new byte[0], grace);
  }
}
