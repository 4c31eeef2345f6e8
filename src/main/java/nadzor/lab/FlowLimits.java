package nadzor.lab;

/**
 * How much of its flows a laboratory keeps for who looks on. Immutable.
 *
 * @param waiting events that nobody has taken yet; more are lost, and counted
 * @param open flows that live; more are not listed, and counted
 * @param closed flows that are over; the oldest are forgotten
 * @param changes that can be asked for again; the oldest are forgotten
 */
public record FlowLimits(int waiting, int open, int closed, int changes) {
  /** Enough for a class room: some 10 MB when full. */
  public static final FlowLimits STANDARD = new FlowLimits(8_192, 10_000, 1_000, 4_096);
}
