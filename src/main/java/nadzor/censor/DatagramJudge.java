package nadzor.censor;

import java.time.Duration;
import java.util.random.RandomGenerator;
import nadzor.flow.Connection;
import nadzor.flow.Direction;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/**
 * Judges one flow of UDP datagrams. A verdict once given stays with the flow. Not thread-safe: a
 * flow lives on one event loop. Only what the client sends is read.
 */
public final class DatagramJudge {
  private final Enforcement enforcement;
  private final FlowKey flow;
  private final FlowVerdict verdict;
  private final DatagramInspection inspection;
  private final long idleNanos;
  private boolean judging;
  private boolean settled;
  private long lastNanos;

  DatagramJudge(Enforcement enforcement, FlowKey flow, FlowTrace trace) {
    this.enforcement = enforcement;
    this.flow = flow;
    verdict = new FlowVerdict(enforcement, flow, true, trace);
    inspection = new DatagramInspection(enforcement.profile().quic());
    idleNanos = enforcement.profile().quic().idle().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    judging = reads();
  }

  private boolean reads() {
    return enforcement.lines().has(Sighting.Kind.QUIC_INITIAL)
        || enforcement.lines().has(Sighting.Kind.DATAGRAM);
  }

  /** Whether datagrams are still looked at, or noticed; if not, none need be passed in. */
  public boolean isInspecting() {
    return judging || (idleNanos < Long.MAX_VALUE && !settled && reads());
  }

  /** To be asked once, before any datagram: what an earlier trigger left, or its address does. */
  public StreamRuling onOpen(long nowNanos) {
    StreamRuling left = verdict.residual(nowNanos);
    StreamRuling ruling =
        left.isPass()
            ? verdict.on(new Connection(flow.server(), true), Direction.FROM_CLIENT, nowNanos)
            : left;
    lastNanos = nowNanos;
    return judged(ruling, judging);
  }

  private StreamRuling judged(StreamRuling ruling, boolean goesOn) {
    settled = ruling.isSettled();
    judging = !settled && goesOn;
    return ruling;
  }

  /**
   * One datagram of the client.
   *
   * @param bytes read only, not kept
   */
  public StreamRuling onDatagram(byte[] bytes, int offset, int length, long nowNanos) {
    if (nowNanos - lastNanos > idleNanos && isInspecting()) {
      judging = true;
    }
    lastNanos = nowNanos;
    if (!judging) {
      return StreamRuling.PASS;
    }
    Sighting seen = inspection.read(bytes, offset, length);
    StreamRuling ruling = verdict.on(seen, Direction.FROM_CLIENT, nowNanos);
    return judged(ruling, enforcement.profile().quic().everyDatagram());
  }

  /** Traffic of a flow that is restricted: a residual that is renewed starts its time anew. */
  public void onRestrictedTraffic(long nowNanos) {
    verdict.renew(nowNanos);
  }

  /** The bucket for one direction of this flow, as a ruling's effect asks for it. */
  public Bucket bucket(Direction direction, Pacing pacing, Rate rate, long nowNanos) {
    return verdict.bucket(direction, pacing, rate, nowNanos);
  }

  /**
   * What one direction of this flow draws by chance, to be asked for once: the same numbers in each
   * run of one seed. The client's port has no part in it; of several flows between the same
   * addresses each has its own, in the order in which they ask.
   */
  public RandomGenerator draws(Direction direction) {
    return verdict.draws(direction);
  }
}
