package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import nadzor.censor.Bucket;
import nadzor.censor.PaceGauge;
import nadzor.censor.Pacing;
import nadzor.censor.StreamEffect;
import nadzor.flow.Direction;

/**
 * Turns an effect into what a flow of datagrams does. A datagram cannot be refused, reset or
 * answered in somebody's name: with these effects it vanishes, as do all that follow.
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
    return vanish();
  }

  @Override
  public Boolean reset(StreamEffect.Reset effect) {
    return vanish();
  }

  @Override
  public Boolean answer(StreamEffect.Answer effect) {
    return vanish();
  }

  @Override
  public Boolean hijack(StreamEffect.Hijack effect) {
    return vanish();
  }

  private Boolean vanish() {
    flow.silenced();
    flow.change(Direction.FROM_CLIENT, flow::swallow);
    flow.change(Direction.FROM_SERVER, flow::swallow);
    return true;
  }

  @Override
  public Boolean discard(StreamEffect.Discard effect) {
    flow.silenced();
    Countdown countdown = new Countdown(effect);
    discard(Direction.FROM_CLIENT, countdown);
    discard(Direction.FROM_SERVER, countdown);
    return true;
  }

  private void discard(Direction direction, Countdown countdown) {
    DatagramLane sink = flow.sink(direction);
    flow.change(
        direction,
        (ByteBuf datagram) -> {
          if (countdown.takeWhole(datagram.readableBytes())) {
            sink.accept(datagram);
          } else {
            flow.swallow(datagram);
          }
        });
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
            flow.loop(),
            flow.heldOctets()));
  }
}
