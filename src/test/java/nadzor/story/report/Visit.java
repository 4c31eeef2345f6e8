package nadzor.story.report;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.lab.Site;
import nadzor.probe.Cell;
import nadzor.probe.ConnectStep;
import nadzor.probe.Death;
import nadzor.probe.DnsAnswer;
import nadzor.probe.DnsStep;
import nadzor.probe.ExtendedError;
import nadzor.probe.Failure;
import nadzor.probe.Flow;
import nadzor.probe.HttpAnswer;
import nadzor.probe.HttpStep;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Scheme;
import nadzor.probe.Span;
import nadzor.probe.Stage;
import nadzor.probe.Technique;
import nadzor.probe.TlsStep;
import nadzor.probe.Vantage;

/** A visit as the probe would have seen it, made up so that it comes to a given outcome. */
record Visit(Site site, String network, Technique technique, Instant at) {
  private static final InetAddress FORGED = Addresses.parse("192.0.2.80");
  private static final Endpoint HERE = Endpoint.of("127.30.1.1", 53);
  private static final Flow HANDSHAKE = new Flow(2900, 3, Duration.ofMillis(4));

  Observation to(Outcome outcome) {
    if (outcome.equals(Outcome.SLOW)) {
      return slow();
    }
    if (outcome instanceof Outcome.Blocked blocked) {
      return blocked(blocked.stage());
    }
    return whole(200, site.title(), objectSize());
  }

  private int objectSize() {
    return site.objects().stream().findFirst().map(object -> object.size()).orElse(420);
  }

  private Cell cell() {
    String path = site.objects().stream().findFirst().map(object -> object.path()).orElse("/");
    Vantage vantage = new Vantage(network, HERE, HERE, HERE);
    return new Cell(vantage, new nadzor.probe.Site(site.host(), path), technique);
  }

  private boolean encrypted() {
    return technique.approach().scheme() == Scheme.HTTPS;
  }

  private Endpoint server(InetAddress address) {
    return new Endpoint(address, technique.approach().scheme().port());
  }

  private DnsStep dns(InetAddress address, List<ExtendedError> errors) {
    return new DnsStep(
        HERE,
        "udp",
        site.host().text(),
        "A",
        List.of(new DnsAnswer("A", Optional.of(address), Optional.empty(), 60)),
        OptionalInt.of(0),
        errors,
        Optional.empty(),
        span(0, 2));
  }

  private TlsStep tls(InetAddress address, Flow received, Optional<Failure> failure) {
    return new TlsStep(
        server(address),
        technique.approach().serverName().name().equals("NONE")
            ? Optional.empty()
            : Optional.of(site.host().text()),
        Optional.of("TLSv1.3"),
        Optional.of("TLS_AES_128_GCM_SHA256"),
        List.of(),
        received,
        failure,
        span(3, 9));
  }

  private HttpStep http(Optional<HttpAnswer> answer, Flow received, Optional<Failure> failure) {
    String url = cell().site().url(technique.approach().scheme());
    return new HttpStep(
        server(site.ipv4()), url, List.of(), answer, received, failure, span(9, 30));
  }

  private Observation whole(int status, String title, int length) {
    String sha256 = "%064x".formatted((long) title.hashCode() & 0xffffffffL);
    HttpAnswer answer =
        new HttpAnswer(status, List.of(), Optional.of(title), length, sha256, false);
    Flow received = new Flow(length + 300L, 9, Duration.ofNanos(4_000_000 + length * 40L));
    return seen(
        dns(site.ipv4(), List.of()),
        encrypted() ? Optional.of(tls(site.ipv4(), HANDSHAKE, Optional.empty())) : Optional.empty(),
        Optional.of(http(Optional.of(answer), received, Optional.empty())),
        Optional.empty());
  }

  private Observation slow() {
    Failure late = new Failure(Failure.Name.GENERIC_TIMEOUT_ERROR, "");
    Flow trickle = new Flow(2613, 41, Duration.ofMillis(4012));
    return seen(
        dns(site.ipv4(), List.of()),
        Optional.of(tls(site.ipv4(), HANDSHAKE, Optional.empty())),
        Optional.of(http(Optional.empty(), trickle, Optional.of(late))),
        Optional.of(new Death(Stage.HTTP, late)));
  }

  private Observation blocked(Stage stage) {
    return switch (stage) {
      case DNS -> forged();
      case HTTP -> whole(451, "Access is restricted", 1800);
      case TCP, TLS, QUIC -> cut();
    };
  }

  private Observation cut() {
    boolean reset = network.startsWith("tspu");
    Failure failure =
        new Failure(reset ? Failure.Name.CONNECTION_RESET : Failure.Name.GENERIC_TIMEOUT_ERROR, "");
    return seen(
        dns(site.ipv4(), List.of()),
        Optional.of(tls(site.ipv4(), Flow.NONE, Optional.of(failure))),
        Optional.empty(),
        Optional.of(new Death(Stage.TLS, failure)));
  }

  private Observation forged() {
    Failure failure = new Failure(Failure.Name.SSL_UNKNOWN_AUTHORITY, "");
    return seen(
        dns(FORGED, List.of(new ExtendedError(16, "decision fb-2022-03-04"))),
        Optional.of(tls(FORGED, HANDSHAKE, Optional.of(failure))),
        Optional.empty(),
        Optional.of(new Death(Stage.TLS, failure)));
  }

  private Observation seen(
      DnsStep dns, Optional<TlsStep> tls, Optional<HttpStep> http, Optional<Death> death) {
    return new Observation(
        cell(),
        at,
        Duration.ofMillis(30),
        List.of(dns),
        Optional.of(new ConnectStep(server(site.ipv4()), Optional.empty(), span(2, 3))),
        tls,
        http,
        List.of(),
        death);
  }

  private static Span span(long t0, long t) {
    return new Span(Duration.ofMillis(t0), Duration.ofMillis(t));
  }
}
