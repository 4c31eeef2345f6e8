package nadzor.lab;

/**
 * A flow that opened, was judged or closed. Immutable.
 *
 * @param sequence the change's number, from 1 without a gap
 * @param what happened
 * @param flow as it was then
 */
public record FlowChange(long sequence, What what, LiveFlow flow) {
  /** What can happen. A question to a resolver is {@link #CLOSED} at once. */
  public enum What {
    /** It began. */
    OPENED,
    /** Something was seen on it. */
    JUDGED,
    /** It is over. */
    CLOSED
  }
}
