package nadzor.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * The event loops of one laboratory and the channel classes that go with them. Thread-safe; {@link
 * #close} is idempotent and waits at most two seconds.
 */
public final class Transport implements AutoCloseable {
  private final boolean nativeEpoll;
  private final EventLoopGroup loops;

  private Transport(boolean nativeEpoll, int threads) {
    this.nativeEpoll = nativeEpoll;
    loops = new PromptLoops(threads, "nadzor-loop", nativeEpoll);
  }

  /** The best transport here, with this many event loops. */
  public static Transport start(int threads) {
    return new Transport(Epoll.isAvailable(), threads);
  }

  /** NIO, whatever else is there: for tests of the fallback. */
  public static Transport startNio(int threads) {
    return new Transport(false, threads);
  }

  /** The event loops. */
  public EventLoopGroup loops() {
    return loops;
  }

  /** Whether the channels are epoll's. */
  public boolean isEpoll() {
    return nativeEpoll;
  }

  /** Channels that a client opens. */
  public Class<? extends SocketChannel> stream() {
    return nativeEpoll ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /** Channels that listen. */
  public Class<? extends ServerSocketChannel> listener() {
    return nativeEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  /** Channels for datagrams. */
  public Class<? extends DatagramChannel> datagram() {
    return nativeEpoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
  }

  @Override
  public void close() {
    loops.shutdownGracefully().awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
