package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.wire.Parsed;
import nadzor.wire.SocksUdpHeader;
import nadzor.wire.Target;

/**
 * The flows of one association, found by the header of each datagram. A name is resolved once for
 * each flow. Not thread-safe.
 */
final class DatagramFlows {
  private final Visit visit;
  private final BiConsumer<Endpoint, ByteBuf> toClient;
  private final Map<Endpoint, DatagramFlow> flows = new HashMap<>();
  private final Map<Target, Endpoint> names = new HashMap<>();
  private final Map<Target, Backlog> asking = new HashMap<>();
  private byte[] scratch = new byte[2_048];
  private boolean over;

  /**
   * @param toClient takes a datagram, and the advertised endpoint that it comes from
   */
  DatagramFlows(Visit visit, BiConsumer<Endpoint, ByteBuf> toClient) {
    this.visit = visit;
    this.toClient = toClient;
  }

  /**
   * One datagram of the client with its header; the buffer stays the caller's.
   *
   * @return whether the header could be read
   */
  boolean accept(Endpoint client, ByteBuf packet) {
    int length = packet.readableBytes();
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    packet.getBytes(packet.readerIndex(), scratch, 0, length);
    if (!(SocksUdpHeader.parse(scratch, 0, length) instanceof Parsed.Complete<Target> header)) {
      visit.counters().loseDatagram();
      return false;
    }
    packet.skipBytes(header.consumed());
    dispatch(client, header.value(), packet, header.consumed());
    return true;
  }

  private void dispatch(Endpoint client, Target target, ByteBuf payload, int offset) {
    Optional<Endpoint> known =
        target instanceof Target.Literal literal
            ? Optional.of(literal.endpoint())
            : Optional.ofNullable(names.get(target));
    Optional<DatagramFlow> flow = known.map(flows::get);
    if (flow.isPresent()) {
      flow.get().fromClient(scratch, offset, payload.readableBytes(), payload.retainedSlice());
    } else {
      ask(client, target, payload);
    }
  }

  /** The first datagrams to a target wait for its route. */
  private void ask(Endpoint client, Target target, ByteBuf payload) {
    boolean known = asking.containsKey(target);
    if (!known && flows.size() + asking.size() >= visit.limits().datagrams().flows()) {
      visit.counters().loseDatagram();
      return;
    }
    Backlog backlog =
        asking.computeIfAbsent(
            target, fresh -> new Backlog(visit.limits().datagrams().heldOctets()));
    if (!backlog.add(payload)) {
      visit.counters().loseDatagram();
    }
    if (!known) {
      Destination.ofDatagrams(
              visit.surroundings().world(),
              visit.client().eventLoop(),
              new Asked(client, target, backlog))
          .find(target);
    }
  }

  /** What becomes of a target's first datagrams. */
  private final class Asked implements Destination.Found {
    private final Endpoint client;
    private final Target target;
    private final Backlog backlog;

    Asked(Endpoint client, Target target, Backlog backlog) {
      this.client = client;
      this.target = target;
      this.backlog = backlog;
    }

    @Override
    public void found(Endpoint advertised, Endpoint bound) {
      asking.remove(target);
      if (over) {
        return;
      }
      if (target instanceof Target.Named) {
        names.put(target, advertised);
      }
      DatagramFlow flow =
          flows.computeIfAbsent(advertised, fresh -> open(client, target, advertised, bound));
      backlog.deliver(datagram -> replay(flow, datagram));
    }

    @Override
    public void nowhere() {
      lose();
    }

    @Override
    public void failed(Failure failure) {
      lose();
    }

    private void lose() {
      asking.remove(target);
      backlog.deliver(
          datagram -> {
            visit.counters().loseDatagram();
            datagram.release();
          });
    }
  }

  private void replay(DatagramFlow flow, ByteBuf datagram) {
    int length = datagram.readableBytes();
    datagram.getBytes(datagram.readerIndex(), scratch, 0, length);
    flow.fromClient(scratch, 0, length, datagram);
  }

  private DatagramFlow open(Endpoint client, Target target, Endpoint advertised, Endpoint bound) {
    return new DatagramFlow(
        visit,
        new FlowKey(client, advertised),
        target,
        bound,
        datagram -> toClient.accept(advertised, datagram),
        () -> end(advertised));
  }

  private void end(Endpoint advertised) {
    names.values().removeIf(advertised::equals);
    Optional.ofNullable(flows.remove(advertised)).ifPresent(DatagramFlow::close);
  }

  void close() {
    over = true;
    asking.values().forEach(Backlog::drop);
    asking.clear();
    List<Endpoint> all = new ArrayList<>(flows.keySet());
    all.forEach(this::end);
  }
}
