package nadzor.censor.action;

import java.util.Optional;
import java.util.stream.Stream;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>throttle</b>: a token bucket, a delay, jitter, loss, small pieces, a late end, for each
 * direction named.
 *
 * <p>The client sees: a page that comes at a crawl. On a terminated stream policing cannot lose
 * octets: it shows as burst and stall; a datagram that finds the bucket empty is lost. What jitter
 * delays stays in order. Loss is for datagrams alone; pieces and the end (FIN) that goes on later
 * are for streams alone.
 *
 * <p>Example: {@code {throttle: {rate: 130 kbit/s, policing: true, per: flow}}}, {@code {throttle:
 * {up: {rate: 16 kB/s}}}}, {@code {throttle: {delay: 100 ms, jitter: 50 ms}}}, {@code {throttle:
 * {down: {loss: 0.02}}}}, {@code {throttle: {down: {pieces: 20, gap: 5 ms, fin-delay: 2 s}}}}
 *
 * <p>Source: Censored Planet, "Throttling of Twitter in Russia", 2021 (policing, a bucket for each
 * direction, the same limit for both; one mobile network delayed uploads). Jitter is that of toxic
 * latency in Toxiproxy's README, where it may be below the delay too; pieces and a late end are its
 * toxics slicer and slow_close; loss is that of tc-netem(8).
 *
 * @param up from the client
 * @param down towards the client
 */
public record Throttle(Optional<Pacing> up, Optional<Pacing> down) implements StreamAction {
  /** Checks that something is slowed down. */
  public Throttle {
    if (up.isEmpty() && down.isEmpty()) {
      throw new IllegalArgumentException("a throttle that slows neither direction down");
    }
  }

  /** The same rate for both directions, each flow by itself, from the trigger on. */
  public Throttle(Rate rate) {
    this(Optional.of(Pacing.of(rate)), Optional.of(Pacing.of(rate)));
  }

  @Override
  public String name() {
    return "throttle";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on != Sighting.Kind.DNS_QUESTION && on != Sighting.Kind.DNS_ANSWER;
  }

  /** Whether datagrams are lost by chance. */
  public boolean losesDatagrams() {
    return directions().anyMatch(pacing -> pacing.loss() > 0);
  }

  /** Whether some of it is for streams alone. */
  public boolean shapesStreams() {
    return directions().anyMatch(Pacing::shapesStreams);
  }

  private Stream<Pacing> directions() {
    return Stream.concat(up.stream(), down.stream());
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Pace(up, down);
  }
}
