package nadzor.load;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import nadzor.dns.LocalUpstream;
import nadzor.dns.UdpUpstream;
import nadzor.dns.Upstream;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Answers with one A record, or with 100 TXT records; names with {@code silent} in them are asked
 * of a socket that nobody reads. Thread-safe.
 */
final class SubjectUpstream implements Upstream {
  private static final int LINES = 100;

  private final LocalUpstream answering = LocalUpstream.ofMessages(SubjectUpstream::answer);
  private final DatagramChannel deaf;
  private final UdpUpstream silent;

  private SubjectUpstream(DatagramChannel deaf, UdpUpstream silent) {
    this.deaf = deaf;
    this.silent = silent;
  }

  static SubjectUpstream open(Transport transport, Duration timeout) throws IOException {
    DatagramChannel deaf =
        DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Endpoint there = Endpoint.of((InetSocketAddress) deaf.getLocalAddress());
    return new SubjectUpstream(deaf, UdpUpstream.open(transport, there, timeout));
  }

  @Override
  public void ask(byte[] query, EventLoop loop, Reply reply) {
    String octets = new String(query, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    (octets.contains("silent") ? silent : answering).ask(query, loop, reply);
  }

  private static Message answer(Message query) {
    Record question = query.getQuestion();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(question, Section.QUESTION);
    if (question.getType() == Type.A) {
      answer.addRecord(
          new ARecord(question.getName(), DClass.IN, 600, Addresses.parse("192.0.2.1")),
          Section.ANSWER);
    } else if (question.getType() == Type.TXT) {
      IntStream.range(0, LINES)
          .mapToObj(line -> text(question.getName(), line))
          .forEach(record -> answer.addRecord(record, Section.ANSWER));
    }
    return answer;
  }

  private static Record text(Name name, int line) {
    return new TXTRecord(name, DClass.IN, 600, line + " of a long answer " + "-".repeat(200));
  }

  @Override
  public void close() {
    silent.close();
    try {
      deaf.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket of ours does not close", e);
    }
  }
}
