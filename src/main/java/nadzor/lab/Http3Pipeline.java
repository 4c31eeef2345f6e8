package nadzor.lab;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http3.DefaultHttp3SettingsFrame;
import io.netty.handler.codec.http3.Http3FrameToHttpObjectCodec;
import io.netty.handler.codec.http3.Http3ServerConnectionHandler;
import io.netty.handler.codec.http3.Http3Settings;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.stream.ChunkedWriteHandler;

/**
 * Sets up each QUIC connection, and each request's stream in it with the same answers as HTTP/1.1.
 * All state is theirs; the group knows which connections are open. Thread-safe.
 */
@Sharable
final class Http3Pipeline extends ChannelInitializer<QuicChannel> {
  private final Responder responder;
  private final HttpLimits limits;
  private final ChannelGroup open;

  Http3Pipeline(Responder responder, HttpLimits limits, ChannelGroup open) {
    this.responder = responder;
    this.limits = limits;
    this.open = open;
  }

  HttpLimits limits() {
    return limits;
  }

  @Override
  protected void initChannel(QuicChannel connection) {
    if (open.size() >= limits.connections()) {
      ChannelFuture unused = connection.close(); // an unwanted one: no matter how it ends
      return;
    }
    open.add(connection);
    Http3Settings settings =
        Http3Settings.defaultSettings().maxFieldSectionSize(limits.headOctets());
    connection
        .pipeline()
        .addLast(
            new Http3ServerConnectionHandler(
                new Requests(), null, null, new DefaultHttp3SettingsFrame(settings), true));
  }

  /** Comes after the codec, which the connection's handler puts into each stream. */
  private final class Requests extends ChannelInitializer<QuicStreamChannel> {
    @Override
    protected void initChannel(QuicStreamChannel stream) {
      ChannelPipeline pipeline = stream.pipeline();
      pipeline.addLast(new Http3FrameToHttpObjectCodec(true));
      pipeline.addLast(new ChunkedWriteHandler());
      pipeline.addLast(new FlowControlHandler());
      pipeline.addLast(new AnswerHandler(responder, limits));
    }
  }
}
