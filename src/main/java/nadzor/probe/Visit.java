package nadzor.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadzor.flow.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Type;

/** One visit under way: what was seen so far. Used once, by one thread. */
final class Visit {
  private static final Logger log = LoggerFactory.getLogger(Visit.class);

  private final Cell cell;
  private final Limits limits;
  private final Trust trust;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final Deadline total;
  private final List<DnsStep> dns = new ArrayList<>();
  private Stage stage = Stage.DNS;
  private Optional<ConnectStep> connect = Optional.empty();
  private Optional<TlsStep> tls = Optional.empty();
  private Optional<HttpStep> http = Optional.empty();

  Visit(Cell cell, Limits limits, Trust trust, Recorder recorder, RandomGenerator random) {
    this.cell = cell;
    this.limits = limits;
    this.trust = trust;
    this.recorder = recorder;
    this.random = random;
    total = recorder.deadline(limits.total());
  }

  Observation run(Instant startedAt) {
    Optional<Death> death = attempt();
    return new Observation(
        cell,
        startedAt,
        recorder.now(),
        List.copyOf(dns),
        connect,
        tls,
        http,
        recorder.events(),
        death);
  }

  private Optional<Death> attempt() {
    try {
      visit(resolve());
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(new Death(stage, e.failure()));
    } catch (RuntimeException e) {
      // A peer must never be able to end the round by making a library stumble.
      log.warn("{} stumbled at {}", cell, stage, e);
      Failure failure = new Failure(Failure.Name.UNKNOWN_FAILURE, String.valueOf(e));
      return Optional.of(new Death(stage, failure));
    }
  }

  private Approach approach() {
    return cell.technique().approach();
  }

  /** The first address; IPv6 is asked for only where there is no IPv4. */
  private InetAddress resolve() throws Failed {
    DnsClient client =
        new DnsClient(
            cell.vantage().source(), approach().resolver().of(cell.vantage()), recorder, random);
    DnsStep step = ask(client, Type.A);
    if (step.failure().map(Failure::name).filter(Failure.Name.DNS_NO_ANSWER::equals).isPresent()) {
      step = ask(client, Type.AAAA);
    }
    pass(step.failure());
    return step.answers().stream().flatMap(a -> a.address().stream()).findFirst().orElseThrow();
  }

  private DnsStep ask(DnsClient client, int type) {
    DnsStep step = client.ask(cell.site().host(), type, total.within(limits.dns()));
    dns.add(step);
    return step;
  }

  private void visit(InetAddress address) throws Failed {
    Endpoint target = new Endpoint(address, approach().scheme().port());
    stage = Stage.TCP;
    try (RecordedLine socket = new RecordedLine(open(target), target, recorder)) {
      if (approach().scheme() == Scheme.HTTP) {
        ask(socket, socket);
      } else {
        ask(socket, secure(socket));
      }
    }
  }

  private TcpLine open(Endpoint target) throws Failed {
    Duration t0 = recorder.now();
    Optional<Failure> failure = Optional.empty();
    try {
      TcpLine line =
          SocksClient.open(
              cell.vantage().source(),
              cell.vantage().proxy(),
              target,
              total.within(limits.connect()));
      recorder.moved(NetEvent.Operation.CONNECT, "tcp", target, 0, t0);
      return line;
    } catch (Failed e) {
      failure = Optional.of(e.failure());
      recorder.failed(NetEvent.Operation.CONNECT, "tcp", target, e.failure(), t0);
      throw e;
    } finally {
      connect = Optional.of(new ConnectStep(target, failure, recorder.since(t0)));
    }
  }

  private TlsLine secure(RecordedLine socket) throws Failed {
    stage = Stage.TLS;
    Handshake handshake = new Handshake(cell, socket, trust, limits, recorder);
    TlsStep step = handshake.run(total.within(limits.handshake()));
    tls = Optional.of(step);
    pass(step.failure());
    return handshake.line();
  }

  private void ask(RecordedLine socket, ByteLine line) throws Failed {
    stage = Stage.HTTP;
    HttpExchange exchange = new HttpExchange(socket, recorder, limits);
    HttpStep step = exchange.get(cell.site(), approach().scheme(), line, total);
    http = Optional.of(step);
    pass(step.failure());
  }

  private static void pass(Optional<Failure> failure) throws Failed {
    if (failure.isPresent()) {
      throw new Failed(failure.get());
    }
  }
}
