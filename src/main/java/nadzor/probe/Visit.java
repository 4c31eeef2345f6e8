package nadzor.probe;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visit under way. Used once, by one thread. */
final class Visit {
  private static final Logger log = LoggerFactory.getLogger(Visit.class);

  private final Cell cell;
  private final Site site;
  private final Approach approach;
  private final Limits limits;
  private final Trust trust;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final Abroad abroad;
  private final Deadline total;
  private final Steps steps = new Steps();

  /** For a cell whose vantage offers all that its technique needs. */
  Visit(Cell cell, Limits limits, Trust trust, Recorder recorder, RandomGenerator random) {
    this.cell = cell;
    this.limits = limits;
    this.trust = trust;
    this.recorder = recorder;
    this.random = random;
    approach = cell.technique().approach();
    site = approach.mirror() ? mirror(cell) : cell.site();
    abroad = new Abroad(cell.vantage(), trust, limits, recorder);
    total = recorder.deadline(limits.total().plus(approach.waiting().length(hints())));
  }

  private static Site mirror(Cell cell) {
    DomainName host = cell.vantage().hints().mirrorOf(cell.site().host()).orElseThrow();
    return new Site(host, cell.site().path());
  }

  private Hints hints() {
    return cell.vantage().hints();
  }

  Observation run(Instant startedAt) {
    Optional<Death> death = attempt();
    return steps.observation(cell, startedAt, recorder, death);
  }

  private Optional<Death> attempt() {
    try {
      visit();
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(new Death(steps.stage, e.failure()));
    } catch (RuntimeException e) {
      // A peer must never be able to end the round by making a library stumble.
      log.warn("{} stumbled at {}", cell, steps.stage, e);
      Failure failure = new Failure(Failure.Name.UNKNOWN_FAILURE, String.valueOf(e));
      return Optional.of(new Death(steps.stage, failure));
    }
  }

  private void visit() throws Failed {
    if (approach.route() != Route.DIRECT) {
      fetch(Optional.empty());
      return;
    }
    Endpoint target = new Endpoint(resolve(), approach.scheme().port());
    if (approach.transport() != Transport.STREAM) {
      greet(target);
    } else if (approach.waiting().isAftermath()) {
      provoke(target);
      recorder.rest(approach.waiting().length(hints()));
      lookBack(target);
    } else {
      fetch(Optional.of(target));
    }
  }

  private InetAddress resolve() throws Failed {
    AddressSearch search =
        new AddressSearch(approach.lookup(), cell.vantage(), abroad, recorder, random);
    DnsStep step = search.run(site.host(), total, limits);
    steps.dns.addAll(search.steps());
    Steps.pass(step.failure());
    return step.answers().stream().flatMap(a -> a.address().stream()).findFirst().orElseThrow();
  }

  private Opening opening() {
    return new Opening(cell.vantage(), abroad, limits, recorder);
  }

  /** A page, straight from an address or else through a relay. */
  private void fetch(Optional<Endpoint> target) throws Failed {
    try (Opening opening = opening()) {
      ByteLine line = open(opening, target);
      if (approach.waiting() == Waiting.IDLE_FIRST) {
        recorder.rest(approach.waiting().length(hints()));
      }
      if (approach.scheme() == Scheme.HTTPS) {
        line = secure(opening.socket(), line, approach);
      }
      if (approach.depth() == Depth.PAGE) {
        ask(opening.socket(), line);
      }
    }
  }

  private ByteLine open(Opening opening, Optional<Endpoint> target) throws Failed {
    steps.stage = Stage.TCP;
    try {
      int port = approach.scheme().port();
      return target.isPresent()
          ? opening.direct(target.get(), total)
          : opening.through(approach.route(), site.host(), port, total);
    } finally {
      steps.stage = opening.stage();
      steps.connect = opening.step();
    }
  }

  private ByteLine secure(RecordedLine socket, ByteLine below, Approach how) throws Failed {
    steps.stage = Stage.TLS;
    Greeting greeting = new Greeting(site, how, hints(), how.depth());
    Handshake handshake = new Handshake(greeting, socket, below, trust, limits, recorder);
    TlsStep step = handshake.run(total.within(limits.handshake()));
    steps.tls = Optional.of(step);
    Steps.pass(step.failure());
    return handshake.line();
  }

  private void ask(RecordedLine socket, ByteLine line) throws Failed {
    steps.stage = Stage.HTTP;
    HttpExchange exchange =
        new HttpExchange(socket, recorder, limits, approach.request(), hints().neutral());
    HttpStep step = exchange.get(site, approach.scheme(), line, total);
    steps.http = Optional.of(step);
    Steps.pass(step.failure());
  }

  private void greet(Endpoint target) throws Failed {
    steps.stage = Stage.QUIC;
    QuicGreeting greeting = new QuicGreeting(cell.vantage(), site, approach.transport(), recorder);
    QuicStep step = greeting.run(target, total.within(limits.handshake()));
    steps.quic = Optional.of(step);
    Steps.pass(step.failure());
  }

  /** Sends what triggers, and keeps what came of it; that it fails is no end. */
  private void provoke(Endpoint target) throws Failed {
    try (Opening opening = opening()) {
      ByteLine line = open(opening, Optional.of(target));
      secure(opening.socket(), line, Approach.USUAL);
    } catch (Failed e) {
      if (e.failure().isOfTheInstrument() || steps.tls.isEmpty()) {
        throw e;
      }
    }
    steps.tls.ifPresent(steps.before::add);
    steps.tls = Optional.empty();
  }

  /** A neutral name at the same address. */
  private void lookBack(Endpoint target) throws Failed {
    try (Opening opening = opening()) {
      ByteLine line = open(opening, Optional.of(target));
      secure(opening.socket(), line, approach.with(SniSpelling.FRONT));
    }
  }
}
