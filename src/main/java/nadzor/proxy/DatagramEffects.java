package nadzor.proxy;

import java.util.Optional;
import nadzor.censor.Bucket;
import nadzor.censor.Grace;
import nadzor.censor.PaceGauge;
import nadzor.censor.Pacing;
import nadzor.censor.StreamEffect;
import nadzor.flow.Direction;

/**
 * Turns an effect into what a flow of datagrams does. A datagram cannot be refused, reset or
 * answered in somebody's name: with these effects it vanishes when their grace is used up, as do
 * all that follow.
 */
final class DatagramEffects implements StreamEffect.Visitor<Boolean> {
  private final DatagramFlow flow;

  DatagramEffects(DatagramFlow flow) {
    this.flow = flow;
  }

  @Override
  public Boolean pass() {
    return false;
  }

  @Override
  public Boolean refuse() {
    return vanish(Grace.NONE);
  }

  @Override
  public Boolean reset(StreamEffect.Reset effect) {
    return vanish(effect.grace());
  }

  @Override
  public Boolean answer(StreamEffect.Answer effect) {
    return vanish(effect.grace());
  }

  @Override
  public Boolean hijack(StreamEffect.Hijack effect) {
    return vanish(Grace.NONE);
  }

  @Override
  public Boolean discard(StreamEffect.Discard effect) {
    return vanish(effect.grace());
  }

  private Boolean vanish(Grace grace) {
    flow.silenced();
    Countdown countdown = new Countdown(grace);
    for (Direction direction : Direction.values()) {
      DatagramLane sink = flow.sink(direction);
      flow.change(direction, new DatagramGrace(sink, flow::swallow, countdown));
    }
    countdown.start(flow.loop(), countdown::exhaust);
    return true;
  }

  @Override
  public Boolean pace(StreamEffect.Pace effect) {
    effect.up().ifPresent(pacing -> pace(Direction.FROM_CLIENT, pacing));
    effect.down().ifPresent(pacing -> pace(Direction.FROM_SERVER, pacing));
    return true;
  }

  private void pace(Direction direction, Pacing pacing) {
    long now = flow.now();
    Optional<Bucket> bucket =
        pacing.rate().map(rate -> flow.judge().bucket(direction, pacing, rate, now));
    PaceGauge gauge = flow.gauge().slow(direction, pacing, bucket);
    flow.change(
        direction,
        new DatagramPacer(
            flow.sink(direction),
            datagram -> {
              gauge.drop(datagram.readableBytes());
              flow.swallow(datagram);
            },
            gauge,
            pacing,
            Tokens.of(pacing, bucket),
            pacing.isDrawn() ? Optional.of(flow.judge().draws(direction)) : Optional.empty(),
            flow.loop(),
            flow.heldOctets()));
  }
}
