package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import nadzor.censor.DatagramJudge;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;

/**
 * The datagrams between one client port and one advertised endpoint. Lives until it is idle or its
 * association ends. Not thread-safe: on the event loop of its client.
 */
final class DatagramFlow {
  private final Surroundings surroundings;
  private final EventLoop loop;
  private final DatagramJudge judge;
  private final Deadline deadline;
  private final DatagramLane toClient;
  private final Backlog unsent;
  private final ChannelFuture socket;
  private DatagramLane up = this::send;
  private DatagramLane down;
  private boolean restricted;
  private boolean over;

  /**
   * @param toClient where the server's datagrams go
   * @param end what to do when the flow has been idle for too long
   */
  DatagramFlow(Visit visit, FlowKey key, Endpoint bound, DatagramLane toClient, Runnable end) {
    surroundings = visit.surroundings();
    loop = visit.client().eventLoop();
    judge = surroundings.enforcement().openDatagrams(key);
    deadline = new Deadline(loop);
    this.toClient = toClient;
    down = toClient;
    unsent = new Backlog(heldOctets());
    surroundings.counters().datagramFlow(1);
    deadline.set(surroundings.limits().datagrams().idle(), end);
    socket =
        surroundings
            .datagrams()
            .connect(loop, bound, new DatagramReader(packet -> fromServer(packet.content())));
    carryOut(judge.onOpen(now()));
    socket.addListener(done -> connected());
  }

  private void connected() {
    if (over) {
      Ending.now(socket.channel());
    } else {
      unsent.deliver(this::send);
    }
  }

  /** One datagram of the client: its payload lies in the array, and in the buffer. */
  void fromClient(byte[] octets, int offset, int length, ByteBuf datagram) {
    deadline.touch();
    if (restricted) {
      judge.onRestrictedTraffic(now());
    } else if (judge.isInspecting()) {
      carryOut(judge.onDatagram(octets, offset, length, now()));
    }
    up.accept(datagram);
  }

  private void fromServer(ByteBuf datagram) {
    if (!over) {
      deadline.touch();
      down.accept(datagram.retain());
    }
  }

  private void carryOut(StreamRuling ruling) {
    if (!ruling.isPass()) {
      restricted = true;
      surroundings.counters().restrict();
      ruling.effect().accept(new DatagramEffects(this));
    }
  }

  /** To the server; what the socket does not take is lost, and an empty one is never taken. */
  private void send(ByteBuf datagram) {
    Channel server = socket.channel();
    int length = datagram.readableBytes();
    if (length > 0 && socket.isSuccess() && server.isWritable()) {
      surroundings.counters().datagramUp(length);
      var unused = server.writeAndFlush(datagram);
    } else {
      if (socket.isDone() || !unsent.add(datagram)) {
        surroundings.counters().loseDatagram();
      }
      datagram.release();
    }
  }

  /** The end of a datagram that is restricted. */
  void swallow(ByteBuf datagram) {
    surroundings.counters().restrictDatagram();
    datagram.release();
  }

  /** Where datagrams of this direction go that pass. */
  DatagramLane sink(Direction direction) {
    return direction == Direction.FROM_CLIENT ? this::send : toClient;
  }

  void change(Direction direction, DatagramLane next) {
    if (direction == Direction.FROM_CLIENT) {
      up.close();
      up = next;
    } else {
      down.close();
      down = next;
    }
  }

  DatagramJudge judge() {
    return judge;
  }

  EventLoop loop() {
    return loop;
  }

  long now() {
    return deadline.now();
  }

  int heldOctets() {
    return surroundings.limits().datagrams().heldOctets();
  }

  /** Once. */
  void close() {
    over = true;
    deadline.cancel();
    up.close();
    down.close();
    unsent.drop();
    surroundings.counters().datagramFlow(-1);
    if (socket.isDone()) {
      Ending.now(socket.channel());
    }
  }
}
