package nadzor.censor;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Match;
import nadzor.blocklist.Rule;
import nadzor.flow.Direction;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/**
 * Judges one flow, segment by segment. A verdict once given stays with the flow. Not thread-safe: a
 * flow lives on one event loop.
 *
 * <p>Only what the client sends is read. A TLS flow is read until its first ClientHello; the octets
 * of a flow that speaks plain HTTP are read head by head, each judged by the version in force then.
 */
public final class FlowJudge {
  private final Enforcement enforcement;
  private final FlowKey flow;
  private final Inspection inspection;
  private boolean inspecting;

  FlowJudge(Enforcement enforcement, FlowKey flow) {
    this.enforcement = enforcement;
    this.flow = flow;
    inspection = new Inspection(enforcement.profile().reassembly());
    inspecting =
        enforcement.rulesOn(Sighting.Kind.CLIENT_HELLO).length > 0
            || enforcement.rulesOn(Sighting.Kind.HTTP_HEAD).length > 0;
  }

  /** Whether segments are still looked at; if not, none need be passed in. */
  public boolean isInspecting() {
    return inspecting;
  }

  /** To be asked once, before any segment: what an earlier trigger left for this flow. */
  public StreamRuling onOpen(long nowNanos) {
    Optional<StreamRuling> left = enforcement.residual().recall(flow, nowNanos);
    if (left.isEmpty()) {
      return StreamRuling.PASS;
    }
    inspecting = false;
    left.get().restriction().ifPresent(first -> enforcement.log(List.of(asResidual(first))));
    return left.get();
  }

  /**
   * One segment of at most 1,460 octets.
   *
   * @param bytes read only, not kept
   */
  public StreamRuling onSegment(
      Direction direction, byte[] bytes, int offset, int length, long nowNanos) {
    if (!inspecting || direction == Direction.FROM_SERVER) {
      return StreamRuling.PASS;
    }
    Optional<Sighting> seen = inspection.read(bytes, offset, length);
    inspecting = !inspection.isOver();
    return seen.isEmpty() ? StreamRuling.PASS : judge(seen.get(), nowNanos);
  }

  private StreamRuling judge(Sighting sighting, long nowNanos) {
    ProfileRule[] candidates = enforcement.rulesOn(sighting.kind());
    Match match = enforcement.blocklist().find(sighting.name());
    int hit = Enforcement.firstHit(candidates, match);
    return hit < 0 ? StreamRuling.PASS : restrict(candidates[hit], sighting, match, nowNanos);
  }

  private StreamRuling restrict(ProfileRule line, Sighting sighting, Match match, long nowNanos) {
    inspecting = false;
    Rule rule = match.first(line.measure());
    StreamAction action = (StreamAction) line.action();
    Restriction restriction = describe(line, sighting, match, rule);
    StreamEffect effect = action.onTrigger(new Trigger(sighting, rule, enforcement.pages()));
    StreamRuling ruling = new StreamRuling(effect, Optional.of(restriction));
    line.residual()
        .ifPresent(left -> enforcement.residual().remember(left, flow, ruling, nowNanos));
    enforcement.log(List.of(restriction));
    return ruling;
  }

  private Restriction describe(ProfileRule line, Sighting sighting, Match match, Rule rule) {
    return new Restriction(
        enforcement.network(),
        enforcement.hashOf(flow.client().address()),
        flow.server().toString(),
        sighting.kind().word(),
        sighting.name().toString(),
        rule,
        match.rules(),
        line.action().name(),
        false);
  }

  private static Restriction asResidual(Restriction first) {
    return new Restriction(
        first.network(),
        first.clientHash(),
        first.server(),
        first.on(),
        first.name(),
        first.rule(),
        first.heldBy(),
        first.action(),
        true);
  }
}
