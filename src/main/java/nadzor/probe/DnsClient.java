package nadzor.probe;

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

/** Asks one question by one exchange and keeps what was seen. Not thread-safe. */
final class DnsClient {
  private static final int UDP_PAYLOAD = 1232;

  private final DnsExchange exchange;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final boolean mixedCase;

  DnsClient(DnsExchange exchange, Recorder recorder, RandomGenerator random, boolean mixedCase) {
    this.exchange = exchange;
    this.recorder = recorder;
    this.random = random;
    this.mixedCase = mixedCase;
  }

  /** Over UDP, the first answer that fits. */
  DnsClient(Source from, Endpoint resolver, Recorder recorder, RandomGenerator random) {
    this(new UdpDns(from, resolver, UdpDns.Choice.FIRST, recorder), recorder, random, false);
  }

  /** Asks once; what went wrong stands in the step. */
  DnsStep ask(DomainName host, int type, Deadline until) {
    Duration t0 = recorder.now();
    try {
      DnsReply reply = exchange.exchange(query(host, type), until);
      return new DnsStep(
          exchange.resolver(),
          exchange.engine(),
          host.text(),
          Type.string(type),
          reply.answers(),
          OptionalInt.of(reply.rcode()),
          reply.extendedErrors(),
          reply.failure(),
          recorder.since(t0));
    } catch (Failed e) {
      return failed(host, type, e.failure(), t0);
    }
  }

  private DnsStep failed(DomainName host, int type, Failure failure, Duration t0) {
    return new DnsStep(
        exchange.resolver(),
        exchange.engine(),
        host.text(),
        Type.string(type),
        List.of(),
        OptionalInt.empty(),
        List.of(),
        Optional.of(failure),
        recorder.since(t0));
  }

  private Message query(DomainName host, int type) {
    Message query = new Message(random.nextInt(1 << 16));
    query.getHeader().setFlag(Flags.RD);
    query.addRecord(Record.newRecord(absolute(host), type, DClass.IN), Section.QUESTION);
    query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
    return query;
  }

  private Name absolute(DomainName host) {
    String text = mixedCase ? MixedCase.random(host.text(), random) : host.text();
    try {
      return Name.fromString(text + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(host + " does not fit in a DNS message", e);
    }
  }
}
