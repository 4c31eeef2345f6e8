package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;

/** Writes and closes whose outcome nobody waits for. */
// A void promise hands failures to exceptionCaught; a close is noticed by the close future.
@SuppressWarnings("FutureReturnValueIgnored")
final class Outgoing {
  private Outgoing() {}

  /** Writes without flushing; a failure reaches {@code exceptionCaught}. */
  static void write(ChannelOutboundInvoker channel, Object message) {
    channel.write(message, channel.voidPromise());
  }

  static void close(ChannelOutboundInvoker channel) {
    channel.close();
  }

  /** Closes; below TLS and HTTP where the client takes no octets, as no good-bye would reach it. */
  static void leave(Channel channel) {
    boolean stuck =
        channel.bytesBeforeUnwritable() <= channel.config().getWriteBufferHighWaterMark();
    ChannelOutboundInvoker from = stuck ? channel.pipeline().firstContext() : channel;
    close(from);
  }
}
