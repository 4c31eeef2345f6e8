package nadzor.probe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A stub resolver for one visit: UDP, then TCP where the answer is truncated. A reply with another
 * id or question is passed over (RFC 5452 section 9); if no better one comes in time, it is what
 * the failure names. Not thread-safe.
 */
final class DnsClient {
  private static final int UDP_PAYLOAD = 1232;

  private final Source from;
  private final Endpoint resolver;
  private final Recorder recorder;
  private final RandomGenerator random;

  DnsClient(Source from, Endpoint resolver, Recorder recorder, RandomGenerator random) {
    this.from = from;
    this.resolver = resolver;
    this.recorder = recorder;
    this.random = random;
  }

  /** Asks once; what went wrong stands in the step. */
  DnsStep ask(DomainName host, int type, Deadline until) {
    Duration t0 = recorder.now();
    Message query = query(host, type);
    String engine = "udp";
    try {
      DnsReply reply = overUdp(query, until);
      if (reply.isTruncated()) {
        engine = "tcp";
        reply = overTcp(query, until);
      }
      return step(host, type, engine, reply, t0);
    } catch (Failed e) {
      Optional<Failure> failure = Optional.of(e.failure());
      return new DnsStep(
          resolver,
          engine,
          host.text(),
          Type.string(type),
          List.of(),
          OptionalInt.empty(),
          List.of(),
          failure,
          recorder.since(t0));
    }
  }

  private DnsStep step(DomainName host, int type, String engine, DnsReply reply, Duration t0) {
    return new DnsStep(
        resolver,
        engine,
        host.text(),
        Type.string(type),
        reply.answers(),
        OptionalInt.of(reply.rcode()),
        reply.extendedErrors(),
        reply.failure(),
        recorder.since(t0));
  }

  private Message query(DomainName host, int type) {
    Message query = new Message(random.nextInt(1 << 16));
    query.getHeader().setFlag(Flags.RD);
    query.addRecord(Record.newRecord(absolute(host), type, DClass.IN), Section.QUESTION);
    query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
    return query;
  }

  private static Name absolute(DomainName host) {
    try {
      return Name.fromString(host.text() + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(host + " does not fit in a DNS message", e);
    }
  }

  private DnsReply overUdp(Message query, Deadline until) throws Failed {
    try (DatagramLine line = DatagramLine.open(from, resolver)) {
      byte[] datagram = query.toWire();
      Duration t0 = recorder.now();
      line.send(datagram);
      recorder.moved(NetEvent.Operation.WRITE_TO, "udp", resolver, datagram.length, t0);
      return firstFitting(line, query, until);
    }
  }

  private DnsReply firstFitting(DatagramLine line, Message query, Deadline until) throws Failed {
    Optional<Failed> passedOver = Optional.empty();
    while (true) {
      byte[] datagram = receive(line, until, passedOver);
      try {
        return DnsReply.read(datagram, query);
      } catch (Failed e) {
        passedOver = Optional.of(e);
      }
    }
  }

  private byte[] receive(DatagramLine line, Deadline until, Optional<Failed> passedOver)
      throws Failed {
    Duration t0 = recorder.now();
    try {
      until.check();
      byte[] datagram = line.receive(until);
      recorder.moved(NetEvent.Operation.READ_FROM, "udp", resolver, datagram.length, t0);
      return datagram;
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.READ_FROM, "udp", resolver, e.failure(), t0);
      boolean late = e.failure().name() == Failure.Name.GENERIC_TIMEOUT_ERROR;
      throw late ? passedOver.orElse(e) : e;
    }
  }

  private DnsReply overTcp(Message query, Deadline until) throws Failed {
    try (RecordedLine line =
        new RecordedLine(TcpLine.open(from, resolver, until), resolver, recorder)) {
      byte[] octets = query.toWire();
      ByteBuffer framed = ByteBuffer.allocate(2 + octets.length);
      line.write(framed.putShort((short) octets.length).put(octets).flip(), until);
      int length = Short.toUnsignedInt(ByteBuffer.wrap(line.take(2, until)).getShort());
      return DnsReply.read(line.take(length, until), query);
    }
  }
}
