package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;

/** Datagrams that wait for a name or a socket, up to a limit. Not thread-safe. */
final class Backlog {
  /** What one datagram costs beside its octets. */
  private static final int OVERHEAD = 128;

  private final int limit;
  private final Queue<ByteBuf> waiting = new ArrayDeque<>(2);
  private int held;

  Backlog(int limit) {
    this.limit = limit;
  }

  /** Keeps a copy, which is as long as the datagram and no longer; false where there is no room. */
  boolean add(ByteBuf datagram) {
    int size = datagram.readableBytes() + OVERHEAD;
    if (held + size > limit) {
      return false;
    }
    held += size;
    return waiting.add(datagram.copy());
  }

  /** Hands everything on, in order. */
  void deliver(DatagramLane to) {
    while (!waiting.isEmpty()) {
      to.accept(waiting.remove());
    }
    held = 0;
  }

  /** Lets go of everything. */
  void drop() {
    deliver(ByteBuf::release);
  }
}
