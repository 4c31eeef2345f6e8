package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nadzor.flow.Endpoint;

/** Sockets for datagrams that are lists. */
final class FakeSockets implements DatagramSockets {
  final List<AddressedChannel> relays = new ArrayList<>();
  final Map<Endpoint, AddressedChannel> servers = new HashMap<>();
  private final List<ByteBuf> given = new ArrayList<>();

  @Override
  public ChannelFuture bind(EventLoop loop, Endpoint local, ChannelHandler handler) {
    Endpoint bound = new Endpoint(local.address(), 40_000 + relays.size());
    AddressedChannel relay = new AddressedChannel(bound, Endpoint.of("0.0.0.0", 0), handler);
    relays.add(relay);
    return relay.newSucceededFuture();
  }

  @Override
  public ChannelFuture connect(EventLoop loop, Endpoint bound, ChannelHandler handler) {
    AddressedChannel server =
        new AddressedChannel(Endpoint.of("127.0.0.1", 41_000), bound, handler);
    servers.put(bound, server);
    return server.newSucceededFuture();
  }

  /** A datagram comes to the first relay. */
  void send(Endpoint from, byte[] octets) {
    inject(relays.get(0), from, octets);
  }

  /** A datagram comes from a server. */
  void answer(Endpoint bound, byte[] octets) {
    inject(server(bound), bound, octets);
  }

  private void inject(AddressedChannel channel, Endpoint from, byte[] octets) {
    ByteBuf content = Unpooled.copiedBuffer(octets);
    given.add(content);
    channel.writeInbound(
        new DatagramPacket(content, channel.local().toSocketAddress(), from.toSocketAddress()));
  }

  AddressedChannel server(Endpoint bound) {
    AddressedChannel server = servers.get(bound);
    if (server == null) {
      throw new AssertionError("no socket towards " + bound + ", only " + servers.keySet());
    }
    return server;
  }

  /** What was sent to this server since it was last asked. */
  List<byte[]> reached(Endpoint bound) {
    List<byte[]> all = new ArrayList<>();
    AddressedChannel server = server(bound);
    for (ByteBuf next = server.readOutbound(); next != null; next = server.readOutbound()) {
      all.add(ByteBufUtil.getBytes(next));
      next.release();
    }
    return all;
  }

  /** What was sent to clients since it was last asked, each as {@code to: hex}. */
  List<DatagramPacket> heard() {
    List<DatagramPacket> all = new ArrayList<>();
    AddressedChannel relay = relays.get(0);
    for (DatagramPacket next = relay.readOutbound(); next != null; next = relay.readOutbound()) {
      all.add(next.replace(Unpooled.copiedBuffer(next.content())));
      next.release();
    }
    return all;
  }

  void close() {
    relays.forEach(relay -> assertEquals(false, relay.isOpen(), "a relay that is still open"));
    servers.values().forEach(server -> assertEquals(false, server.isOpen(), "an open socket"));
    given.forEach(buffer -> assertEquals(0, buffer.refCnt(), "a buffer that nobody released"));
  }
}
