package nadzor.lab;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** Carries the datagrams of one client to a server and back, up to a number of them. */
final class Ferry implements AutoCloseable {
  private final Transport transport = Transport.start(1);
  private final Channel socket;

  /** Carries {@code most} of the client's datagrams; those after vanish. */
  Ferry(Endpoint server, int most) {
    socket =
        new Bootstrap()
            .group(transport.loops())
            .channel(transport.datagram())
            .handler(new Carrier(server.toSocketAddress(), most))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  Endpoint endpoint() {
    return Endpoint.of((InetSocketAddress) socket.localAddress());
  }

  private static final class Carrier extends SimpleChannelInboundHandler<DatagramPacket> {
    private final InetSocketAddress server;
    private final int most;
    private InetSocketAddress client;
    private int carried;

    Carrier(InetSocketAddress server, int most) {
      this.server = server;
      this.most = most;
      client = server;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket datagram) {
      boolean back = datagram.sender().equals(server);
      if (!back) {
        client = datagram.sender();
        carried++;
      }
      if (back || carried <= most) {
        InetSocketAddress to = back ? client : server;
        ChannelFuture unused =
            ctx.writeAndFlush(new DatagramPacket(datagram.content().retain(), to));
      }
    }
  }

  @Override
  public void close() {
    socket.close().awaitUninterruptibly();
    transport.close();
  }
}
