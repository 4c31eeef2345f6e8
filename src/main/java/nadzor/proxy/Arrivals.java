package nadzor.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;

/** Receives the clients of one door: counts them, and turns away those past the limit. */
@ChannelHandler.Sharable
final class Arrivals extends ChannelInitializer<Channel> {
  private final Surroundings surroundings;
  private final ChannelGroup present;
  private final Reception reception;
  private final boolean behindBalancer;

  /**
   * @param present where clients are remembered for as long as they are here
   * @param behindBalancer whether a PROXY protocol header comes before anything else
   */
  Arrivals(
      Surroundings surroundings,
      ChannelGroup present,
      Reception reception,
      boolean behindBalancer) {
    this.surroundings = surroundings;
    this.present = present;
    this.reception = reception;
    this.behindBalancer = behindBalancer;
  }

  @Override
  protected void initChannel(Channel client) {
    ProxyCounters counters = surroundings.counters();
    int open = counters.clientCame();
    present.add(client);
    client.closeFuture().addListener(closed -> counters.clientLeft());
    Visit visit =
        new Visit(
            client,
            Peers.of(client.remoteAddress()),
            new Deadline(client.eventLoop()),
            surroundings);
    if (open > surroundings.limits().connections()) {
      visit.giveUp();
    } else {
      welcome(visit, reception, behindBalancer);
    }
  }

  /** The first handlers of a client that may stay. */
  static void welcome(Visit visit, Reception reception, boolean behindBalancer) {
    if (behindBalancer && !visit.from().address().isLoopbackAddress()) {
      visit.giveUp(); // anybody could claim to be anybody
      return;
    }
    visit.deadline().set(visit.limits().opening(), visit::giveUp);
    if (behindBalancer) {
      visit
          .client()
          .pipeline()
          .addLast("source", new SourceHandler.Decoder())
          .addLast("opening", new SourceHandler(visit, reception));
    } else {
      visit.client().pipeline().addLast("opening", reception.receive(visit));
    }
  }
}
