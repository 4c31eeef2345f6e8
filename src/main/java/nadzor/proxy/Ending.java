package nadzor.proxy;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;

/** The ways in which a connection ends. */
final class Ending {
  private Ending() {}

  /** A TCP RST, now; what was not sent is lost. */
  static void reset(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    now(channel);
  }

  /** A TCP RST behind everything that was written. */
  static void resetBehind(Channel channel) {
    var unused =
        channel
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(
                written -> {
                  if (channel.isOpen()) {
                    reset(channel);
                  }
                });
  }

  /** Closed at once: a FIN, or a RST where octets were not read; what was not sent is lost. */
  static void now(Channel channel) {
    var unused = channel.close();
  }

  /** A FIN behind everything that was written; the other side may go on sending. */
  static void finish(Channel channel) {
    var unused =
        channel
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(
                written -> {
                  if (channel instanceof DuplexChannel duplex) {
                    var ignored = duplex.shutdownOutput();
                  } else {
                    now(channel); // a channel that cannot be half open, as in tests
                  }
                });
  }

  /** Closed behind everything that was written. */
  static void close(Channel channel) {
    var unused =
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /** Whether the other side has said that it sends no more. */
  static boolean isInputOver(Channel channel) {
    return channel instanceof DuplexChannel duplex && duplex.isInputShutdown();
  }
}
