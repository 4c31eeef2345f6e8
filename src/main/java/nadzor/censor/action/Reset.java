package nadzor.censor.action;

import nadzor.censor.Grace;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>reset</b>: a TCP reset after the trigger, or when so much has passed.
 *
 * <p>The client sees: "connection reset" in the middle of its handshake, or while it connects; with
 * {@code towards: server} nothing at all until its own patience ends, as the proxy holds its side.
 * What passed before is sent before the reset, which takes away what the client's kernel has no
 * room for.
 *
 * <p>Example: {@code {reset: {towards: client, on-answer: true}}}, {@code {reset: {towards: both,
 * after-octets: 16384}}}, {@code {reset: {towards: client, after-time: 5 s, mute: true}}}
 *
 * <p>Source: the commonest of OONI's measurements of facebook.com in March 2022 (1,149 of 1,571);
 * that the state's filter rewrites what the server answers into RST/ACK is behaviour SNI-I of Xue
 * et al., IMC 2022, as two third parties quote it. A reset after a time is toxic reset_peer of
 * Toxiproxy's README.
 *
 * @param towards which side gets it
 * @param onAnswer whether the trigger still reaches the server and its answer becomes the reset
 * @param grace what still passes: segments, octets, a time; or a time for which nothing does
 */
public record Reset(Towards towards, boolean onAnswer, Grace grace) implements StreamAction {
  /** Which side gets the reset. */
  public enum Towards {
    /** The side that opened the flow. */
    CLIENT,
    /** The other one. */
    SERVER,
    /** Both. */
    BOTH
  }

  /** Checks that it comes at one moment. */
  public Reset {
    if (onAnswer && !grace.isNone()) {
      throw new IllegalArgumentException("on-answer beside after, after-octets or after-time");
    }
  }

  /** At once. */
  public Reset(Towards towards) {
    this(towards, false);
  }

  /** At once, or on the answer. */
  public Reset(Towards towards, boolean onAnswer) {
    this(towards, onAnswer, Grace.NONE);
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
    boolean client = towards != Towards.SERVER;
    return new StreamEffect.Reset(client, towards != Towards.CLIENT, onAnswer, grace);
  }
}
