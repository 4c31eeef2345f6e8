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
  private final AtomicInteger associations = new AtomicInteger();
  private final AtomicInteger datagramFlows = new AtomicInteger();
  private final LongAdder datagramsUp = new LongAdder();
  private final LongAdder datagramsDown = new LongAdder();
  private final LongAdder datagramsRestricted = new LongAdder();
  private final LongAdder datagramsLost = new LongAdder();

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

  /** Flows, of octets or datagrams, on which something other than passing happened. */
  public long restricted() {
    return restricted.sum();
  }

  /** Octets relayed from clients, those in datagrams included. */
  public long bytesUp() {
    return up.sum();
  }

  /** Octets relayed to clients, those in datagrams included. */
  public long bytesDown() {
    return down.sum();
  }

  /** UDP associations that are open now. */
  public int associations() {
    return associations.get();
  }

  /** Flows of datagrams that are open now. */
  public int datagramFlows() {
    return datagramFlows.get();
  }

  /** Datagrams relayed from clients. */
  public long datagramsUp() {
    return datagramsUp.sum();
  }

  /** Datagrams relayed to clients. */
  public long datagramsDown() {
    return datagramsDown.sum();
  }

  /** Datagrams that a restriction swallowed. */
  public long datagramsRestricted() {
    return datagramsRestricted.sum();
  }

  /**
   * Datagrams that were not relayed for another reason: a stranger's, without a header that can be
   * read, to nowhere, or past a limit.
   */
  public long datagramsLost() {
    return datagramsLost.sum();
  }

  void associate(int change) {
    associations.addAndGet(change);
  }

  void datagramFlow(int change) {
    datagramFlows.addAndGet(change);
  }

  void datagramUp(int octets) {
    datagramsUp.increment();
    up.add(octets);
  }

  void datagramDown(int octets) {
    datagramsDown.increment();
    down.add(octets);
  }

  void restrictDatagram() {
    datagramsRestricted.increment();
  }

  void loseDatagram() {
    datagramsLost.increment();
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
