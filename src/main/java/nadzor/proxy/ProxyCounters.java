package nadzor.proxy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one proxy did since its start. Thread-safe; a reader may see figures that are a moment old.
 */
public final class ProxyCounters {
  private final LongAdder accepted = new LongAdder();
  private final AtomicInteger open = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private final LongAdder restricted = new LongAdder();
  private final LongAdder up = new LongAdder();
  private final LongAdder down = new LongAdder();

  ProxyCounters() {}

  /** Connections that clients opened, those past the limit too. */
  public long accepted() {
    return accepted.sum();
  }

  /** Connections of clients that are open now. */
  public int open() {
    return open.get();
  }

  /** Connections that got no tunnel: past the limit, unreadable, or a failure of the upstream. */
  public long refused() {
    return refused.sum();
  }

  /** Flows on which something other than passing happened. */
  public long restricted() {
    return restricted.sum();
  }

  /** Octets relayed from clients. */
  public long bytesUp() {
    return up.sum();
  }

  /** Octets relayed to clients. */
  public long bytesDown() {
    return down.sum();
  }

  int clientCame() {
    accepted.increment();
    return open.incrementAndGet();
  }

  void clientLeft() {
    open.decrementAndGet();
  }

  void refuse() {
    refused.increment();
  }

  void restrict() {
    restricted.increment();
  }

  LongAdder up() {
    return up;
  }

  LongAdder down() {
    return down;
  }
}
