package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Sets up the connections of TCP clients: frames of RFC 7766 section 8, limits. Thread-safe. */
final class StreamChannels extends ChannelInitializer<Channel> {
  private final DnsSockets sockets;
  private final ResolverLimits limits;
  private final Map<EventLoop, Desk> desks;

  StreamChannels(DnsSockets sockets, ResolverLimits limits, Map<EventLoop, Desk> desks) {
    this.sockets = sockets;
    this.limits = limits;
    this.desks = desks;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!sockets.admit(channel)) {
      Outgoing.close(channel);
      return;
    }
    Desk desk = Objects.requireNonNull(desks.get(channel.eventLoop()));
    channel
        .pipeline()
        .addLast(new LengthFieldBasedFrameDecoder(Desk.LONGEST_QUERY + 2, 0, 2, 0, 2))
        .addLast(new FlowControlHandler())
        // Behind the decoder: only whole queries, and answers, count as life.
        .addLast(new IdleStateHandler(0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS))
        .addLast(new StreamHandler(channel, desk, limits.pipelined()));
  }
}
