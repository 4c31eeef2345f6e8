package nadzor.dns;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;

/** An upstream that answers when the test says so. */
final class HeldUpstream implements Upstream {
  private final Deque<byte[]> queries = new ArrayDeque<>();
  private final Deque<Reply> replies = new ArrayDeque<>();

  @Override
  public void ask(byte[] query, EventLoop loop, Reply reply) {
    queries.add(query);
    replies.add(reply);
  }

  int waiting() {
    return replies.size();
  }

  /** The last query answers itself, without records. */
  void answerLast() {
    byte[] answer = queries.removeLast();
    answer[2] |= (byte) 0x80;
    replies.removeLast().answer(answer);
  }

  void answerLast(UnaryOperator<Message> authority) {
    byte[] query = queries.removeLast();
    replies.removeLast().answer(authority.apply(Messages.read(query)).toWire());
  }

  void failLast() {
    queries.removeLast();
    replies.removeLast().none();
  }

  @Override
  public void close() {}
}
