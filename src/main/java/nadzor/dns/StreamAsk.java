package nadzor.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** Asks a server by TCP, a connection for each query. Thread-safe. */
final class StreamAsk {
  private final Transport transport;
  private final Endpoint server;
  private final Duration timeout;

  StreamAsk(Transport transport, Endpoint server, Duration timeout) {
    this.transport = transport;
    this.server = server;
    this.timeout = timeout;
  }

  /** Sends the message as it is; the reply comes on the loop. */
  void ask(byte[] message, EventLoop loop, Upstream.Reply reply) {
    Exchange exchange = new Exchange(message, reply);
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channel(transport.stream())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new LengthFieldBasedFrameDecoder(65_537, 0, 2, 0, 2))
                        .addLast(exchange);
                  }
                })
            .connect(server.toSocketAddress());
    Channel channel = connecting.channel();
    channel.closeFuture().addListener(closed -> exchange.none());
    Future<?> timer =
        loop.schedule(() -> Outgoing.close(channel), timeout.toNanos(), TimeUnit.NANOSECONDS);
    channel.closeFuture().addListener(closed -> timer.cancel(false));
  }

  /** One query and what comes of it. */
  private static final class Exchange extends SimpleChannelInboundHandler<ByteBuf> {
    private final byte[] message;
    private final Upstream.Reply reply;
    private boolean done;

    Exchange(byte[] message, Upstream.Reply reply) {
      this.message = message;
      this.reply = reply;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      ByteBuf framed = context.alloc().directBuffer(2 + message.length);
      Outgoing.write(context, framed.writeShort(message.length).writeBytes(message));
      context.flush();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
      byte[] answer = ByteBufUtil.getBytes(frame);
      if (!done && Question.isAnsweredBy(message, answer)) {
        done = true;
        reply.answer(answer);
      }
      Outgoing.close(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Outgoing.close(context);
    }

    void none() {
      if (!done) {
        done = true;
        reply.none();
      }
    }
  }
}
