package nadzor.dns;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;

/**
 * An authority in the same process: a function from a query message to its answer. It is called on
 * event loops, several at a time: it must be thread-safe and must not block. Where it throws, the
 * client gets SERVFAIL.
 */
public final class LocalUpstream implements Upstream {
  private static final Logger LOG = LoggerFactory.getLogger(LocalUpstream.class);

  private final UnaryOperator<byte[]> authority;

  private LocalUpstream(UnaryOperator<byte[]> authority) {
    this.authority = authority;
  }

  /** From octets to octets. */
  public static LocalUpstream of(UnaryOperator<byte[]> authority) {
    return new LocalUpstream(authority);
  }

  /** From a dnsjava message to the dnsjava message that answers it. */
  public static LocalUpstream ofMessages(Function<Message, Message> authority) {
    return new LocalUpstream(query -> authority.apply(decode(query)).toWire());
  }

  private static Message decode(byte[] query) {
    try {
      return new Message(query);
    } catch (IOException e) {
      throw new UncheckedIOException("a query that dnsjava cannot read", e);
    }
  }

  @Override
  public void ask(byte[] query, EventLoop loop, Reply reply) {
    byte[] answer;
    try {
      answer = authority.apply(query.clone());
    } catch (RuntimeException e) {
      LOG.warn("the authority failed on a query", e);
      reply.none();
      return;
    }
    reply.answer(answer);
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
