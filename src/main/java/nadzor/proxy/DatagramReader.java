package nadzor.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.util.function.Consumer;

/** Hands a socket's datagrams on; they are released behind it. */
final class DatagramReader extends SimpleChannelInboundHandler<DatagramPacket> {
  private final Consumer<DatagramPacket> reader;

  DatagramReader(Consumer<DatagramPacket> reader) {
    this.reader = reader;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    reader.accept(packet);
  }

  /** Such as a port that is closed (ICMP): what was sent there is lost, and the socket is not. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {}
}
