package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import nadzor.censor.DatagramJudge;
import nadzor.censor.FlowGauge;
import nadzor.censor.FlowKind;
import nadzor.censor.FlowTrace;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.wire.Target;

/**
 * The datagrams between one client port and one advertised endpoint. Lives until it is idle or its
 * association ends. Not thread-safe: on the event loop of its client.
 */
final class DatagramFlow {
  private final Surroundings surroundings;
  private final EventLoop loop;
  private final DatagramJudge judge;
  private final Deadline deadline;
  private final FlowTrace trace;
  private final DatagramLane toClient;
  private final Backlog unsent;
  private final ChannelFuture socket;
  private DatagramLane up = this::send;
  private DatagramLane down;
  private boolean restricted;
  private boolean over;

  /**
   * @param target where the client wanted to go
   * @param toClient where the server's datagrams go
   * @param end what to do when the flow has been idle for too long
   */
  DatagramFlow(
      Visit visit,
      FlowKey key,
      Target target,
      Endpoint bound,
      DatagramLane toClient,
      Runnable end) {
    surroundings = visit.surroundings();
    loop = visit.client().eventLoop();
    deadline = new Deadline(loop);
    trace =
        surroundings
            .enforcement()
            .flows()
            .open(FlowKind.UDP, key.client().address(), () -> Approach.text(target), now());
    judge = surroundings.enforcement().openDatagrams(key, trace);
    this.toClient = counted(toClient);
    down = this.toClient;
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

  private DatagramLane counted(DatagramLane next) {
    return datagram -> {
      trace.gauge().count(Direction.FROM_SERVER, datagram.readableBytes());
      next.accept(datagram);
    };
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
      trace.gauge().count(Direction.FROM_CLIENT, length);
      var unused = server.writeAndFlush(datagram);
    } else {
      if (socket.isDone() || !unsent.add(datagram)) {
        surroundings.counters().loseDatagram();
      }
      datagram.release();
    }
  }

  /** From now on nothing, or soon nothing, passes. */
  void silenced() {
    trace.ending("silence");
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

  FlowGauge gauge() {
    return trace.gauge();
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
    trace.ending("finished");
    trace.close(now());
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
