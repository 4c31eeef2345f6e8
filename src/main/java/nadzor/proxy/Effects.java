package nadzor.proxy;

import java.util.List;
import java.util.Optional;
import nadzor.censor.Bucket;
import nadzor.censor.Grace;
import nadzor.censor.PaceGauge;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;

/** Turns a stream effect into what a tunnel does, at once or when its grace is used up. */
final class Effects implements StreamEffect.Visitor<Boolean> {
  /** Reads longer than this are not worth the cutting. */
  private static final int LONG_READ = 64 * 1024;

  private static final double NANOS = 1e9;

  private final Tunnel tunnel;
  private final int bufferOctets;

  Effects(Tunnel tunnel, int bufferOctets) {
    this.tunnel = tunnel;
    this.bufferOctets = bufferOctets;
  }

  @Override
  public Boolean pass() {
    return false;
  }

  /** A flow that is open already can only be broken. */
  @Override
  public Boolean refuse() {
    tunnel.reset(true, false);
    return true;
  }

  @Override
  public Boolean reset(StreamEffect.Reset effect) {
    if (effect.onAnswer()) {
      tunnel.down().change(new AnswerLane(tunnel, tunnel.down(), effect));
      return true;
    }
    boolean client = effect.towardsClient();
    return after(effect.grace(), () -> tunnel.reset(client, effect.towardsServer()));
  }

  @Override
  public Boolean discard(StreamEffect.Discard effect) {
    return after(effect.grace(), tunnel::silence);
  }

  @Override
  public Boolean answer(StreamEffect.Answer effect) {
    return after(effect.grace(), () -> tunnel.answer(effect.octets()));
  }

  /** Does it when what may still pass has passed; a flow that is forgotten by then goes on. */
  private Boolean after(Grace grace, Runnable end) {
    if (grace.isNone()) {
      end.run();
      return true;
    }
    Countdown countdown = new Countdown(grace);
    for (HalfFlow half : List.of(tunnel.up(), tunnel.down())) {
      half.change(
          grace.mute()
              ? new MuteLane(tunnel, half, countdown)
              : new GraceLane(tunnel, half, countdown, end));
    }
    countdown.start(
        tunnel.deadline().loop(),
        () -> {
          if (!tunnel.isForgotten()) {
            end.run();
          }
        });
    return true;
  }

  @Override
  public Boolean pace(StreamEffect.Pace effect) {
    effect.up().ifPresent(pacing -> pace(tunnel.up(), pacing));
    effect.down().ifPresent(pacing -> pace(tunnel.down(), pacing));
    return true;
  }

  @Override
  public Boolean hijack(StreamEffect.Hijack effect) {
    tunnel.hijack(effect.tls());
    return true;
  }

  private void pace(HalfFlow half, Pacing pacing) {
    long now = tunnel.deadline().now();
    Optional<Bucket> bucket =
        pacing.rate().map(rate -> tunnel.judge().bucket(half.direction(), pacing, rate, now));
    Optional<Tokens> tokens = Tokens.of(pacing, bucket);
    PaceGauge gauge = tunnel.gauge().slow(half.direction(), pacing, bucket);
    half.change(new PaceLane(tunnel, half, pacing, tokens, gauge, limit(pacing)));
    pacing
        .rate()
        .filter(rate -> rate.bucketBytes() < LONG_READ)
        .ifPresent(rate -> half.sip(Math.max(Segments.LENGTH, rate.bucketBytes())));
  }

  /** What has to wait for a delay at this rate; nothing is gained by holding more. */
  private int limit(Pacing pacing) {
    double octets = bufferOctets;
    if (pacing.rate().isPresent()) {
      Rate rate = pacing.rate().get();
      double during = rate.bytesPerSecond() * pacing.longest().toNanos() / NANOS;
      octets = Math.min(octets, Segments.LENGTH + during + rate.bucketBytes());
    }
    return (int) octets;
  }
}
