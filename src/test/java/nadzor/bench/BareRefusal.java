package nadzor.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.util.ReferenceCountUtil;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * The control of what a refused connection costs: {@code PORT THREADS}. Resets every connection at
 * its first octets without looking at them, with nothing but Netty.
 */
public final class BareRefusal {
  private static final int BACKLOG = 4_096;

  private BareRefusal() {}

  /** Reads once, and resets. */
  @ChannelHandler.Sharable
  private static final class Resetting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ReferenceCountUtil.release(message);
      ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      var unused = ctx.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      var unused = ctx.close();
    }
  }

  /** Ends by a signal. */
  public static void main(String[] arguments) throws InterruptedException {
    Transport transport = Transport.start(Integer.parseInt(arguments[1]));
    Resetting resetting = new Resetting();
    Channel door =
        new ServerBootstrap()
            .group(transport.loops())
            .channel(transport.listener())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    client.pipeline().addLast(resetting);
                  }
                })
            .bind(Endpoint.of("127.0.0.1", Integer.parseInt(arguments[0])).toSocketAddress())
            .sync()
            .channel();
    Running.untilSignal(() -> door.close().sync(), transport);
  }
}
