package nadzor.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** Observations written by hand, for tests of what they mean. */
final class Scenes {
  private static final Endpoint SOMEWHERE = Endpoint.of("127.0.0.1", 1);
  private static final Span SPAN = new Span(Duration.ZERO, Duration.ofMillis(5));

  private final Cell cell;
  private List<String> addresses = List.of("127.10.0.1");
  private Optional<TlsStep> tls = Optional.empty();
  private Optional<HttpStep> http = Optional.empty();
  private Optional<Death> death = Optional.empty();

  private Scenes(String technique) {
    Vantage vantage = new Vantage("somewhere", SOMEWHERE, SOMEWHERE, SOMEWHERE);
    cell =
        new Cell(vantage, Site.of("www.facebook.com"), Techniques.named(technique).orElseThrow());
  }

  static Scenes of(String technique) {
    return new Scenes(technique);
  }

  /** {@code bytes} that came until {@code millis}. */
  static Flow flow(long bytes, long millis) {
    return new Flow(bytes, 3, Duration.ofMillis(millis));
  }

  Scenes addresses(String... given) {
    addresses = List.of(given);
    return this;
  }

  Scenes handshake(Flow received) {
    tls =
        Optional.of(
            new TlsStep(
                SOMEWHERE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                received,
                Optional.empty(),
                SPAN));
    return this;
  }

  Scenes page(int status, String title, long length, String sha256) {
    return page(status, title, length, sha256, flow(length, 3));
  }

  Scenes page(int status, String title, long length, String sha256, Flow received) {
    HttpAnswer answer =
        new HttpAnswer(status, List.of(), Optional.of(title), length, sha256, false);
    return response(Optional.of(answer), received);
  }

  Scenes response(Optional<HttpAnswer> answer, Flow received) {
    http =
        Optional.of(
            new HttpStep(
                SOMEWHERE, "http://x/", List.of(), answer, received, Optional.empty(), SPAN));
    return this;
  }

  Scenes died(Stage stage, Failure.Name failure) {
    death = Optional.of(new Death(stage, Failure.of(failure)));
    return this;
  }

  Observation seen() {
    List<DnsAnswer> answers =
        addresses.stream()
            .map(a -> new DnsAnswer("A", Optional.of(Addresses.parse(a)), Optional.empty(), 60))
            .toList();
    DnsStep dns =
        new DnsStep(
            SOMEWHERE,
            "udp",
            "www.facebook.com",
            "A",
            answers,
            OptionalInt.of(0),
            List.of(),
            Optional.empty(),
            SPAN);
    return new Observation(
        cell,
        Instant.EPOCH,
        Duration.ofMillis(9),
        List.of(dns),
        Optional.empty(),
        tls,
        http,
        List.of(),
        death);
  }
}
