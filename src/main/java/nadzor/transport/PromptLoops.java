package nadzor.transport;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Event loops that end as soon as they are told to. Netty's wait two seconds for more work, which
 * is two seconds for everybody who waits for a server to stop. Thread-safe.
 */
public final class PromptLoops extends MultiThreadIoEventLoopGroup {
  /** On daemon threads of that name, with the best transport here. */
  public PromptLoops(int threads, String name) {
    this(threads, name, Epoll.isAvailable());
  }

  PromptLoops(int threads, String name, boolean nativeEpoll) {
    super(
        threads,
        new DefaultThreadFactory(name, true),
        nativeEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  @Override
  public Future<?> shutdownGracefully() {
    return shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
