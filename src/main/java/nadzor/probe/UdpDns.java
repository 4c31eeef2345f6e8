package nadzor.probe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/**
 * DNS over UDP, then TCP where the answer is truncated. A reply with another id or question is
 * passed over (RFC 5452 section 9); if no better one comes in time, it is what the failure names.
 */
final class UdpDns implements DnsExchange {
  /** Which of the replies counts. */
  enum Choice {
    /** The first that fits. */
    FIRST,
    /** The first that fits and repeats the name letter by letter. */
    FIRST_IN_SAME_CASE,
    /** The last that fits and comes in time; the whole time is waited. */
    LAST
  }

  private final Source from;
  private final Endpoint resolver;
  private final Choice choice;
  private final Recorder recorder;
  private boolean truncated;

  UdpDns(Source from, Endpoint resolver, Choice choice, Recorder recorder) {
    this.from = from;
    this.resolver = resolver;
    this.choice = choice;
    this.recorder = recorder;
  }

  @Override
  public Endpoint resolver() {
    return resolver;
  }

  @Override
  public String engine() {
    return truncated ? "tcp" : "udp";
  }

  @Override
  public DnsReply exchange(Message query, Deadline until) throws Failed {
    DnsReply reply = overUdp(query, until);
    truncated = reply.isTruncated();
    return truncated ? overTcp(query, until) : reply;
  }

  private DnsReply overTcp(Message query, Deadline until) throws Failed {
    try (RecordedLine line =
        new RecordedLine(TcpLine.open(from, resolver, until), resolver, recorder)) {
      byte[] frame = DnsFrame.of(query.toWire());
      line.write(ByteBuffer.wrap(frame), until);
      return read(DnsFrame.read(line, until), query);
    }
  }

  private DnsReply overUdp(Message query, Deadline until) throws Failed {
    try (DatagramLine line = DatagramLine.open(from, resolver)) {
      byte[] datagram = query.toWire();
      Duration t0 = recorder.now();
      line.send(datagram);
      recorder.moved(NetEvent.Operation.WRITE_TO, "udp", resolver, datagram.length, t0);
      return fitting(line, query, until);
    }
  }

  private DnsReply fitting(DatagramLine line, Message query, Deadline until) throws Failed {
    Optional<Failed> passedOver = Optional.empty();
    Optional<DnsReply> last = Optional.empty();
    while (true) {
      byte[] datagram;
      try {
        datagram = receive(line, until);
      } catch (Failed e) {
        boolean late = e.failure().name() == Failure.Name.GENERIC_TIMEOUT_ERROR;
        if (late && last.isPresent()) {
          return last.get();
        }
        throw late ? passedOver.orElse(e) : e;
      }
      try {
        DnsReply reply = read(datagram, query);
        if (choice != Choice.LAST) {
          return reply;
        }
        last = Optional.of(reply);
      } catch (Failed e) {
        passedOver = Optional.of(e);
      }
    }
  }

  private DnsReply read(byte[] octets, Message query) throws Failed {
    DnsReply reply = DnsReply.read(octets, query);
    if (choice == Choice.FIRST_IN_SAME_CASE && !reply.repeatsCase()) {
      throw new Failed(Failure.Name.DNS_SERVER_MISBEHAVING, "the name came back in another case");
    }
    return reply;
  }

  private byte[] receive(DatagramLine line, Deadline until) throws Failed {
    Duration t0 = recorder.now();
    try {
      until.check();
      byte[] datagram = line.receive(until);
      recorder.moved(NetEvent.Operation.READ_FROM, "udp", resolver, datagram.length, t0);
      return datagram;
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.READ_FROM, "udp", resolver, e.failure(), t0);
      throw e;
    }
  }
}
