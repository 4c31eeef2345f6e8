package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a client sends before its tunnel stands, its FIN included: kept in order, and no longer read
 * past a limit. Not thread-safe.
 */
final class EarlyOctets {
  private final Channel client;
  private final int limit;
  private final Queue<ByteBuf> waiting = new ArrayDeque<>(4);
  private int octets;
  private boolean ended;

  EarlyOctets(Channel client, int limit) {
    this.client = client;
    this.limit = limit;
  }

  /** Takes the buffer over. */
  void add(ByteBuf buffer) {
    if (!buffer.isReadable()) {
      buffer.release();
      return;
    }
    octets += buffer.readableBytes();
    waiting.add(buffer);
    if (octets >= limit) {
      client.config().setAutoRead(false);
    }
  }

  /** Shows the judge what waits; it goes on waiting. */
  void show(Segments segments, long now) {
    waiting.forEach(octets -> segments.show(octets, now));
  }

  /** The client sends no more. */
  void end() {
    ended = true;
  }

  /** Fires everything through the pipeline again, whose handler is now another. */
  void deliver(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    boolean any = !waiting.isEmpty();
    while (!waiting.isEmpty()) {
      pipeline.fireChannelRead(waiting.remove());
    }
    if (any) {
      pipeline.fireChannelReadComplete();
    }
    if (ended) {
      pipeline.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
    if (octets >= limit) {
      channel.config().setAutoRead(true);
    }
  }

  /** Lets go of everything. */
  void drop() {
    while (!waiting.isEmpty()) {
      waiting.remove().release();
    }
  }
}
