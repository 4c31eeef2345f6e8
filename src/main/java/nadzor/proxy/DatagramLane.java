package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** What is done with the datagrams of one direction. Lanes change while a flow runs. */
@FunctionalInterface
interface DatagramLane {
  /** One datagram; the lane owns the buffer now. */
  void accept(ByteBuf datagram);

  /** Another lane takes over, or the flow is over: lets go of what it holds. */
  default void close() {}
}
