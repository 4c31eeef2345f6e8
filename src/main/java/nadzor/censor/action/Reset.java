package nadzor.censor.action;

import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>reset</b>: a TCP reset after the trigger.
 *
 * <p>The client sees: "connection reset" in the middle of its handshake, or while it connects; with
 * {@code towards: server} nothing at all until its own patience ends, as the proxy holds its side.
 *
 * <p>Example: {@code {reset: {towards: client, on-answer: true}}}
 *
 * <p>Source: the commonest of OONI's measurements of facebook.com in March 2022 (1,149 of 1,571);
 * that the state's filter rewrites what the server answers into RST/ACK is behaviour SNI-I of Xue
 * et al., IMC 2022, as two third parties quote it.
 *
 * @param towards which side gets it
 * @param onAnswer whether the trigger still reaches the server and its answer becomes the reset
 */
public record Reset(Towards towards, boolean onAnswer) implements StreamAction {
  /** Which side gets the reset. */
  public enum Towards {
    /** The side that opened the flow. */
    CLIENT,
    /** The other one. */
    SERVER,
    /** Both. */
    BOTH
  }

  /** At once. */
  public Reset(Towards towards) {
    this(towards, false);
  }

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return StreamAction.super.suits(on) || on == Sighting.Kind.CONNECTION;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Reset(towards != Towards.SERVER, towards != Towards.CLIENT, onAnswer);
  }
}
