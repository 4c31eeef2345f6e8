package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.flow.DnsAsking;

/**
 * Sets up the connections of one door's clients: TLS where it is wanted, frames of RFC 7766 section
 * 8 or HTTP, limits. Thread-safe.
 */
final class StreamChannels extends ChannelInitializer<Channel> {
  private final DnsAsking asking;
  private final Optional<DoorTls> tls;
  private final DnsSockets sockets;
  private final ResolverLimits limits;
  private final Map<EventLoop, Desk> desks;

  StreamChannels(
      DnsAsking asking,
      Optional<DoorTls> tls,
      DnsSockets sockets,
      ResolverLimits limits,
      Map<EventLoop, Desk> desks) {
    this.asking = asking;
    this.tls = tls;
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
    tls.ifPresent(door -> channel.pipeline().addLast(door.newHandler(channel)));
    Desk desk = Objects.requireNonNull(desks.get(channel.eventLoop()));
    if (asking == DnsAsking.HTTPS) {
      channel.pipeline().addLast(new DohProtocol(desk, limits));
    } else {
      frames(channel, desk);
    }
  }

  private void frames(Channel channel, Desk desk) {
    // TLS says by itself when a side is done.
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, asking == DnsAsking.TCP);
    channel
        .pipeline()
        .addLast(new LengthFieldBasedFrameDecoder(Desk.LONGEST_QUERY + 2, 0, 2, 0, 2))
        .addLast(new FlowControlHandler())
        // Behind the decoder: only whole queries, and answers, count as life.
        .addLast(new IdleStateHandler(0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS))
        .addLast(new StreamHandler(asking, channel, desk, limits.pipelined()));
  }
}
