package nadzor.censor;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadzor.flow.Connection;
import nadzor.flow.Direction;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/**
 * Judges one stream, segment by segment. A verdict once given, an exemption too, stays with the
 * flow. Not thread-safe: a flow lives on one event loop.
 *
 * <p>A TLS flow is read until its first ClientHello, or as far as the profile's inspection goes;
 * the octets of a flow that speaks plain HTTP are read head by head, each judged by the version in
 * force then.
 */
public final class FlowJudge {
  private final FlowKey flow;
  private final FlowVerdict verdict;
  private final StreamInspection ofClient;
  private final StreamInspection ofServer;
  private final Optional<Duration> idle;
  private boolean judging;
  private boolean seen;
  private long lastNanos;

  FlowJudge(Enforcement enforcement, FlowKey flow, FlowTrace trace) {
    this.flow = flow;
    InspectionPolicy policy = enforcement.profile().inspection();
    verdict = new FlowVerdict(enforcement, flow, false, trace);
    ofClient = new StreamInspection(policy);
    ofServer = new StreamInspection(policy);
    idle = policy.idle();
    judging =
        enforcement.lines().has(Sighting.Kind.CLIENT_HELLO)
            || enforcement.lines().has(Sighting.Kind.HTTP_HEAD)
            || enforcement.lines().has(Sighting.Kind.OPAQUE);
    if (!policy.bothDirections()) {
      ofServer.stop();
    }
  }

  /** Whether segments are still looked at; if not, none need be passed in. */
  public boolean isInspecting() {
    return isInspecting(Direction.FROM_CLIENT) || isInspecting(Direction.FROM_SERVER);
  }

  /**
   * Whether segments of this direction are still looked at: read, or at least noticed, since any
   * segment keeps a flow from being forgotten.
   */
  public boolean isInspecting(Direction direction) {
    boolean noticed = idle.isPresent() && !(ofClient.isOver() && ofServer.isOver());
    return judging && (noticed || !of(direction).isOver());
  }

  /**
   * After so long without a segment in either direction the flow is forgotten: what was done to it
   * ends, and nothing more is looked at.
   */
  public Optional<Duration> idleLimit() {
    return idle;
  }

  /**
   * To be asked once, before any segment: what an earlier trigger left, or what its address does.
   * The idle time begins here: a connection that was silent too long before its first segment is
   * forgotten too.
   */
  public StreamRuling onOpen(long nowNanos) {
    seen = true;
    lastNanos = nowNanos;
    StreamRuling left = verdict.residual(nowNanos);
    StreamRuling ruling =
        left.isPass()
            ? verdict.on(new Connection(flow.server(), false), Direction.FROM_CLIENT, nowNanos)
            : left;
    judging &= !ruling.isSettled();
    return ruling;
  }

  /**
   * One segment of at most 1,460 octets.
   *
   * @param bytes read only, not kept
   */
  public StreamRuling onSegment(
      Direction direction, byte[] bytes, int offset, int length, long nowNanos) {
    if (!isInspecting(direction) || isForgotten(nowNanos)) {
      return StreamRuling.PASS;
    }
    StreamRuling[] ruling = {StreamRuling.PASS};
    of(direction)
        .read(
            bytes,
            offset,
            length,
            sighting -> {
              ruling[0] = verdict.on(sighting, direction, nowNanos);
              return ruling[0].isSettled();
            });
    judging &= !ruling[0].isSettled() && !of(direction).hasGivenUp();
    return ruling[0];
  }

  private boolean isForgotten(long nowNanos) {
    if (seen && idle.isPresent() && nowNanos - lastNanos > idle.get().toNanos()) {
      judging = false;
    }
    seen = true;
    lastNanos = nowNanos;
    return !judging;
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

  private StreamInspection of(Direction direction) {
    return direction == Direction.FROM_CLIENT ? ofClient : ofServer;
  }
}
