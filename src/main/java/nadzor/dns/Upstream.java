package nadzor.dns;

import io.netty.channel.EventLoop;

/**
 * Where a resolver gets what it does not know. Thread-safe; {@link #close} is idempotent and the
 * duty of who opened it, after every server that asks it.
 */
public interface Upstream extends AutoCloseable {
  /** Takes what comes back, once, on the loop that asked. */
  interface Reply {
    /** A message that answers the query; its id means nothing. Read only. */
    void answer(byte[] message);

    /** Nothing usable came in time. */
    void none();
  }

  /**
   * Asks without blocking.
   *
   * @param query a whole message with one question and id 0; read only
   * @param loop the event loop that calls, and that the reply is to be called on
   * @param reply called exactly once, perhaps before this method returns
   */
  void ask(byte[] query, EventLoop loop, Reply reply);

  @Override
  void close();
}
