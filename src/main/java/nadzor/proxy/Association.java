package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import nadzor.flow.Endpoint;
import nadzor.wire.SocksReply;
import nadzor.wire.SocksUdpHeader;

/**
 * A SOCKS5 UDP association (RFC 1928 sections 4, 6 and 7): a socket on the address that the client
 * came to, for as long as its TCP connection stands. It takes datagrams of the client's address
 * alone, and of one port: the one that the client named, or that of its first datagram.
 */
final class Association extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final DatagramFlows flows;
  private int clientPort;
  private Optional<ChannelFuture> relay = Optional.empty();
  private boolean over;

  private Association(Visit visit, int clientPort) {
    this.visit = visit;
    this.clientPort = clientPort;
    flows = new DatagramFlows(visit, this::toClient);
  }

  /**
   * Takes a client over from the handler that read its request.
   *
   * @param port where its datagrams will come from; 0 where it does not say
   */
  static void begin(Visit visit, ChannelHandler before, int port) {
    if (visit.surroundings().associations().enter(visit.from().address())) {
      Association association = new Association(visit, port);
      visit.client().pipeline().replace(before, "association", association);
      association.open();
    } else {
      refuse(visit, before, Failure.of(Failure.Kind.CONNECTION_LIMIT, "too many associations"));
    }
  }

  private static void refuse(Visit visit, ChannelHandler handler, Failure failure) {
    visit.counters().refuse();
    Farewell.say(visit, handler, ReplyStyle.SOCKS5.failed(failure));
  }

  private void open() {
    visit.counters().associate(1);
    visit.deadline().set(visit.limits().idle(), () -> Ending.now(visit.client()));
    Endpoint local = new Endpoint(Peers.of(visit.client().localAddress()).address(), 0);
    ChannelFuture bound =
        visit
            .surroundings()
            .datagrams()
            .bind(visit.client().eventLoop(), local, new DatagramReader(this::fromClient));
    relay = Optional.of(bound);
    bound.addListener(done -> bound(bound));
  }

  private void bound(ChannelFuture bound) {
    if (over) {
      Ending.now(bound.channel());
    } else if (bound.isSuccess()) {
      byte[] reply = SocksReply.GRANTED.version5(Peers.of(bound.channel().localAddress()));
      var unused = visit.client().writeAndFlush(Unpooled.wrappedBuffer(reply));
    } else {
      close();
      refuse(visit, this, Failure.of(Failure.Kind.INTERNAL_ERROR, "no socket for datagrams"));
    }
  }

  private void fromClient(DatagramPacket packet) {
    Endpoint sender = Peers.of(packet.sender());
    boolean known = clientPort == 0 || clientPort == sender.port();
    if (!known || !sender.address().equals(visit.from().address())) {
      visit.counters().loseDatagram();
      return;
    }
    if (flows.accept(sender, packet.content())) {
      clientPort = sender.port();
    }
    visit.deadline().touch();
  }

  /** A datagram in the name of the advertised endpoint that it comes from. */
  private void toClient(Endpoint advertised, ByteBuf datagram) {
    int header = SocksUdpHeader.length(advertised);
    int length = datagram.readableBytes();
    Channel socket = relay.orElseThrow().channel();
    if (header + length > DatagramSockets.LONGEST || !socket.isWritable()) {
      visit.counters().loseDatagram();
      datagram.release();
      return;
    }
    byte[] before = new byte[header];
    SocksUdpHeader.write(advertised, before, 0);
    ByteBuf whole = socket.alloc().directBuffer(header + length);
    whole.writeBytes(before).writeBytes(datagram);
    datagram.release();
    visit.counters().datagramDown(length);
    visit.deadline().touch();
    Endpoint client = new Endpoint(visit.from().address(), clientPort);
    var unused = socket.writeAndFlush(new DatagramPacket(whole, client.toSocketAddress()));
  }

  /** What a client says on its TCP connection means nothing now. */
  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      Ending.now(ctx.channel());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    visit.deadline().cancel();
    close();
  }

  private void close() {
    if (!over) {
      over = true;
      flows.close();
      relay.filter(ChannelFuture::isDone).ifPresent(done -> Ending.now(done.channel()));
      visit.counters().associate(-1);
      visit.surroundings().associations().leave(visit.from().address());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}
