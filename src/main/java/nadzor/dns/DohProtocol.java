package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * HTTP as ALPN has chosen it, within limits: heads, bodies, streams at a time, and time. Only whole
 * requests and responses count as life, so that who sends octet by octet, or control frames alone,
 * is cut. One connection's.
 */
final class DohProtocol extends ApplicationProtocolNegotiationHandler {
  /** The most octets of a request's first line, and of its header fields. */
  static final int HEAD = 8192;

  private final Desk desk;
  private final ResolverLimits limits;

  DohProtocol(Desk desk, ResolverLimits limits) {
    super(ApplicationProtocolNames.HTTP_1_1);
    this.desk = desk;
    this.limits = limits;
  }

  @Override
  protected void configurePipeline(ChannelHandlerContext context, String protocol) {
    if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
      severalStreams(context.channel());
    } else {
      oneStream(context.channel());
    }
  }

  /** HTTP/1.1: one request after the other. */
  void oneStream(Channel channel) {
    HttpDecoderConfig heads =
        new HttpDecoderConfig().setMaxInitialLineLength(HEAD).setMaxHeaderSize(HEAD);
    channel
        .pipeline()
        .addLast(new HttpServerCodec(heads))
        .addLast(new HttpServerKeepAliveHandler());
    requests(channel, () -> {});
  }

  private void severalStreams(Channel channel) {
    // Behind the streams no write passes: only what the streams tell counts.
    IdleStateHandler idle =
        new IdleStateHandler(0, limits.idle().toMillis(), 0, TimeUnit.MILLISECONDS);
    channel
        .pipeline()
        .addLast(
            Http2FrameCodecBuilder.forServer()
                .initialSettings(
                    Http2Settings.defaultSettings()
                        .maxConcurrentStreams(limits.pipelined())
                        .maxHeaderListSize(HEAD))
                .build())
        .addLast(new Http2MultiplexHandler(streams(idle)))
        .addLast(idle)
        .addLast(new Ending());
  }

  private ChannelHandler streams(IdleStateHandler connection) {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel stream) {
        stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true));
        requests(stream, connection::resetWriteTimeout);
      }
    };
  }

  private void requests(Channel channel, Runnable life) {
    channel
        .pipeline()
        .addLast(new HttpObjectAggregator(Desk.LONGEST_QUERY))
        .addLast(new FlowControlHandler())
        .addLast(idle())
        .addLast(new DohHandler(channel, desk, life));
  }

  private IdleStateHandler idle() {
    return new IdleStateHandler(0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
    Outgoing.leave(context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Outgoing.leave(context.channel());
  }

  /** Closes an HTTP/2 connection on which nothing lives any more. */
  private static final class Ending extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
      ReferenceCountUtil.release(frame);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof IdleStateEvent) {
        Outgoing.leave(context.channel());
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Outgoing.leave(context.channel());
    }
  }
}
