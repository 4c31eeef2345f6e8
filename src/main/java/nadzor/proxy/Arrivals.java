package nadzor.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;

/** Receives clients: counts them, turns away those past the limit, remembers who is here. */
@ChannelHandler.Sharable
final class Arrivals extends ChannelInitializer<Channel> {
  private final Surroundings surroundings;
  private final ChannelGroup present = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  Arrivals(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  protected void initChannel(Channel client) {
    ProxyCounters counters = surroundings.counters();
    int open = counters.clientCame();
    present.add(client);
    client.closeFuture().addListener(closed -> counters.clientLeft());
    if (open > surroundings.limits().connections()) {
      counters.refuse();
      Ending.now(client);
    } else {
      Deadline deadline = new Deadline(client.eventLoop());
      client.pipeline().addLast("opening", new OpeningHandler(surroundings, deadline));
    }
  }

  /** Sends everybody away, those who still come too. */
  Future<?> close() {
    return present.close();
  }
}
