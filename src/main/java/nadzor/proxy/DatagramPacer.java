package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import nadzor.censor.PaceGauge;
import nadzor.censor.Pacing;

/**
 * Passes datagrams on later, or no faster than a token bucket allows. Policing loses a datagram
 * that finds the bucket short; shaping and a delay hold it, up to a limit past which it is lost.
 * Loss comes first: what it takes pays no tokens. Tokens that were too few for a datagram count for
 * the next.
 */
final class DatagramPacer implements DatagramLane {
  private record Held(ByteBuf datagram, long dueNanos) {}

  private final DatagramLane sink;
  private final DatagramLane lost;
  private final PaceGauge gauge;
  private final Optional<Tokens> policer;
  private final Optional<Tokens> shaper;
  private final EventExecutor loop;
  private final Lateness lateness;
  private final Optional<RandomGenerator> draws;
  private final double loss;
  private final int limitOctets;
  private final Queue<Held> waiting = new ArrayDeque<>();
  private Optional<Future<?>> timer = Optional.empty();
  private long free;
  private int credit;
  private int heldOctets;

  /**
   * @param sink where they go on
   * @param lost where those go that do not
   * @param gauge shows what waits
   * @param draws what loss and jitter are drawn from; needed where there is one
   * @param limitOctets how much is held
   */
  DatagramPacer(
      DatagramLane sink,
      DatagramLane lost,
      PaceGauge gauge,
      Pacing pacing,
      Optional<Tokens> tokens,
      Optional<RandomGenerator> draws,
      EventExecutor loop,
      int limitOctets) {
    this.sink = sink;
    this.lost = lost;
    this.gauge = gauge;
    policer = tokens.filter(some -> some.rate().policing());
    shaper = tokens.filter(some -> !some.rate().policing());
    this.loop = loop;
    this.limitOctets = limitOctets;
    free = pacing.fromOctet();
    lateness = new Lateness(pacing, draws);
    this.draws = draws;
    loss = pacing.loss();
  }

  @Override
  public void accept(ByteBuf datagram) {
    int length = datagram.readableBytes();
    if (free >= length && waiting.isEmpty()) {
      free -= length;
      sink.accept(datagram);
      return;
    }
    free = 0;
    long now = now();
    if (isLost() || heldOctets + length > limitOctets || !isPaid(policer, length, now)) {
      lost.accept(datagram);
      return;
    }
    if (waiting.isEmpty() && lateness.isNone() && isPaid(shaper, length, now)) {
      sink.accept(datagram);
    } else {
      hold(datagram, now);
    }
  }

  private boolean isLost() {
    return loss > 0 && draws.orElseThrow().nextDouble() < loss;
  }

  /** A copy, which is as long as the datagram and no longer. */
  private void hold(ByteBuf datagram, long now) {
    heldOctets += datagram.readableBytes();
    gauge.hold(heldOctets);
    waiting.add(new Held(datagram.copy(), lateness.due(now)));
    datagram.release();
    wakeLater(now);
  }

  /** Whether there are tokens for all of it; if not, those that there are stay for the next. */
  private boolean isPaid(Optional<Tokens> tokens, int length, long now) {
    if (tokens.isEmpty()) {
      return true;
    }
    if (credit < length) {
      credit += tokens.get().take(length - credit, now);
    }
    boolean paid = credit >= length;
    credit -= paid ? length : 0;
    return paid;
  }

  private void release() {
    long now = now();
    while (!waiting.isEmpty() && mayGo(waiting.element(), now)) {
      ByteBuf datagram = waiting.remove().datagram;
      heldOctets -= datagram.readableBytes();
      sink.accept(datagram);
    }
    gauge.hold(heldOctets);
    wakeLater(now);
  }

  private void wakeLater(long now) {
    if (!waiting.isEmpty() && timer.isEmpty()) {
      timer = Optional.of(loop.schedule(this::wake, waitNanos(now), TimeUnit.NANOSECONDS));
    }
  }

  private boolean mayGo(Held held, long now) {
    return held.dueNanos - now <= 0 && isPaid(shaper, held.datagram.readableBytes(), now);
  }

  private long waitNanos(long now) {
    Held first = waiting.element();
    long early = first.dueNanos - now;
    return early > 0 || shaper.isEmpty()
        ? Math.max(1, early)
        : shaper.get().waitNanos(Math.max(1, first.datagram.readableBytes() - credit), now);
  }

  private void wake() {
    timer = Optional.empty();
    release();
  }

  private long now() {
    return loop.ticker().nanoTime();
  }

  @Override
  public void close() {
    timer.ifPresent(armed -> armed.cancel(false));
    timer = Optional.empty();
    while (!waiting.isEmpty()) {
      waiting.remove().datagram.release();
    }
  }
}
