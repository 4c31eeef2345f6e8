package nadzor.censor;

/**
 * A TCP reset after the trigger. The client sees "connection reset" in the middle of its handshake:
 * the commonest of OONI's measurements of facebook.com in March 2022 (1,149 of 1,571).
 *
 * @param towards which side gets it
 */
public record Reset(Towards towards) implements StreamAction {
  /** Which side gets the reset. */
  public enum Towards {
    /** The side that opened the flow. */
    CLIENT,
    /** The other one. */
    SERVER,
    /** Both. */
    BOTH
  }

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Reset(towards != Towards.SERVER, towards != Towards.CLIENT);
  }
}
