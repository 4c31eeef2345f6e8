package nadzor.lab;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * Sets up each accepted connection: TLS where it is wanted, HTTP/1.1 within limits, answers. All
 * state is the connection's own; the group knows which are open. Thread-safe.
 */
@Sharable
final class HttpPipeline extends ChannelInitializer<Channel> {
  private final Responder responder;
  private final Optional<OriginTls> tls;
  private final HttpLimits limits;
  private final ChannelGroup open;

  HttpPipeline(Responder responder, Optional<OriginTls> tls, HttpLimits limits, ChannelGroup open) {
    this.responder = responder;
    this.tls = tls;
    this.limits = limits;
    this.open = open;
  }

  /**
   * Listens; port 0 takes a free one.
   *
   * @param what for messages, such as {@code origin}
   * @throws FenceException if the address is outside the fence
   * @throws IOException if the endpoint cannot be bound; the message names it
   */
  static StreamListener listen(
      Hosting hosting, String what, Endpoint at, Responder responder, Optional<OriginTls> tls)
      throws IOException {
    ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    return StreamListener.bind(
        hosting, what, at, open, new HttpPipeline(responder, tls, hosting.limits(), open));
  }

  @Override
  protected void initChannel(Channel channel) {
    if (open.size() >= limits.connections()) {
      ChannelFuture unused = channel.close(); // an unwanted one: no matter how it ends
      return;
    }
    open.add(channel);
    ChannelPipeline pipeline = channel.pipeline();
    tls.ifPresent(secret -> secret.addTo(pipeline, limits));
    pipeline.addLast(new HttpServerCodec(decoder()));
    pipeline.addLast(new HttpServerKeepAliveHandler());
    pipeline.addLast(new HttpServerExpectContinueHandler());
    pipeline.addLast(new ChunkedWriteHandler());
    pipeline.addLast(new FlowControlHandler());
    pipeline.addLast(new AnswerHandler(responder, limits));
  }

  private HttpDecoderConfig decoder() {
    return new HttpDecoderConfig()
        .setMaxHeaderSize(limits.headOctets())
        .setMaxInitialLineLength(limits.headOctets() / 2);
  }
}
