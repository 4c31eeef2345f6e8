package nadzor.censor;

import java.util.Optional;
import java.util.random.RandomGenerator;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Reason;
import nadzor.flow.Direction;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/** What is decided on one flow, stream or datagrams. Not thread-safe. */
final class FlowVerdict {
  private final Enforcement enforcement;
  private final FlowKey flow;
  private final boolean datagrams;
  private final FlowChance chance;
  private final FlowTrace trace;
  private Optional<Restriction> restricted = Optional.empty();
  private boolean leaves;

  FlowVerdict(Enforcement enforcement, FlowKey flow, boolean datagrams, FlowTrace trace) {
    this.enforcement = enforcement;
    this.flow = flow;
    this.datagrams = datagrams;
    this.trace = trace;
    chance = new FlowChance(enforcement.chance());
  }

  /** What an earlier trigger left for this flow. */
  StreamRuling residual(long nowNanos) {
    Optional<StreamRuling> left = memory().recall(flow, datagrams, nowNanos);
    if (left.isEmpty()) {
      return StreamRuling.PASS;
    }
    leaves = true;
    restricted = left.get().restriction();
    restricted.ifPresent(
        told -> {
          enforcement.telling().residual(told);
          long version = enforcement.blocklist().number();
          trace.restricted(told, left.get().effect(), true, version, nowNanos);
        });
    return left.get();
  }

  StreamRuling on(Sighting sighting, Direction direction, long nowNanos) {
    Scene scene = new Scene(flow.client(), flow.server(), direction);
    Standing standing = enforcement.standing();
    Blocklist version = standing.acting(flow.client().address());
    tellTrial(standing, sighting, scene);
    Optional<Foresight> hit = enforcement.lines().hit(version, sighting, scene, chance);
    if (hit.filter(Foresight::restricts).isEmpty()) {
      trace.passed(sighting, version.number(), nowNanos);
      return hit.isEmpty() ? StreamRuling.PASS : StreamRuling.EXEMPT;
    }
    StreamRuling ruling = restrict(hit.get(), sighting, nowNanos);
    ruling
        .restriction()
        .ifPresent(
            told -> trace.restricted(told, ruling.effect(), false, version.number(), nowNanos));
    return ruling;
  }

  /** A line with a chance counts as a hit here: what is drawn belongs to what acts. */
  private void tellTrial(Standing standing, Sighting sighting, Scene scene) {
    Optional<Trial> trial = standing.trialOf(flow.client().address());
    if (trial.isEmpty()
        || enforcement.lines().restriction(standing.current(), sighting, scene).isPresent()) {
      return;
    }
    enforcement
        .lines()
        .restriction(trial.get().blocklist(), sighting, scene)
        .ifPresent(hit -> trial.get().tell(enforcement.telling().restriction(flow, sighting, hit)));
  }

  private StreamRuling restrict(Foresight hit, Sighting sighting, long nowNanos) {
    StreamAction action = (StreamAction) hit.line().action();
    Restriction restriction = enforcement.telling().flow(flow, sighting, hit);
    StreamEffect effect = action.onTrigger(new Trigger(sighting, hit.rule(), enforcement.pages()));
    StreamRuling ruling = new StreamRuling(effect, Optional.of(restriction));
    restricted = ruling.restriction();
    leaves = hit.line().residual().isPresent();
    hit.line()
        .residual()
        .ifPresent(left -> memory().remember(left, flow, datagrams, later(ruling), nowNanos));
    return ruling;
  }

  /**
   * What a later flow meets has no grace: the segments that passed first belonged to the trigger.
   */
  private static StreamRuling later(StreamRuling ruling) {
    StreamEffect effect = ruling.effect();
    if (effect instanceof StreamEffect.Reset reset) {
      return new StreamRuling(reset.withoutGrace(), ruling.restriction());
    }
    return effect instanceof StreamEffect.Discard
        ? new StreamRuling(new StreamEffect.Discard(Grace.NONE), ruling.restriction())
        : ruling;
  }

  void renew(long nowNanos) {
    if (leaves) {
      var unused = memory().recall(flow, datagrams, nowNanos); // being met is what renews
    }
  }

  Bucket bucket(Direction direction, Pacing pacing, Rate rate, long nowNanos) {
    if (pacing.share() == Pacing.Share.FLOW) {
      return new TokenBucket(rate, nowNanos);
    }
    boolean up = direction == Direction.FROM_CLIENT;
    Object holder = pacing.share() == Pacing.Share.CLIENT ? flow.client().address() : cause();
    return enforcement.memory().buckets().of(new SharedBuckets.Key(rate, up, holder), nowNanos);
  }

  RandomGenerator draws(Direction direction) {
    return enforcement.chance().row(flow, direction);
  }

  /** The case behind the restriction, or the list. */
  private Object cause() {
    Optional<Reason> reason = restricted.map(restriction -> restriction.rule().reason());
    if (reason.isPresent() && reason.get() instanceof Reason.OfDecision decision) {
      return decision.caseFile();
    }
    return reason.map(Reason::label).orElse("");
  }

  private ResidualMemory memory() {
    return enforcement.memory().residual();
  }
}
