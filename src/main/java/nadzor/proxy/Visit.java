package nadzor.proxy;

import io.netty.channel.Channel;
import java.util.function.Supplier;
import nadzor.censor.FlowKind;
import nadzor.censor.FlowTelling;
import nadzor.censor.FlowTrace;
import nadzor.flow.Endpoint;

/**
 * One client's connection to a door.
 *
 * @param client its channel
 * @param from who it is: the socket's address, or the one that a balancer named
 * @param deadline its one timer
 * @param surroundings what it shares with the others
 */
record Visit(Channel client, Endpoint from, Deadline deadline, Surroundings surroundings) {
  ProxyLimits limits() {
    return surroundings.limits();
  }

  ProxyCounters counters() {
    return surroundings.counters();
  }

  /** Begins to tell of its flow, which is over when the client's channel is closed. */
  FlowTrace trace(FlowKind kind, Supplier<String> target) {
    FlowTelling flows = surroundings.enforcement().flows();
    FlowTrace trace = flows.open(kind, from.address(), target, deadline.now());
    if (trace.isTold()) {
      client.closeFuture().addListener(closed -> trace.close(deadline.now()));
    }
    return trace;
  }

  /** The same connection on behalf of another client. */
  Visit onBehalfOf(Endpoint other) {
    return new Visit(client, other, deadline, surroundings);
  }

  /** What it wanted was not understood, or not in time: it is closed, and counted. */
  void giveUp() {
    counters().refuse();
    Ending.now(client);
  }

  /** The same with a RST: what a client hears that takes this door for the network itself. */
  void rebuff() {
    counters().refuse();
    Ending.reset(client);
  }
}
