package nadzor.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the client saw in one visit. Immutable.
 *
 * @param cell what was measured
 * @param startedAt the calendar's instant at the start
 * @param runtime how long it took
 * @param dns the questions, in order
 * @param connect the connection attempt, if it came to that
 * @param tls the handshake, if it came to that
 * @param http the request, if it came to that
 * @param events at most {@link #MAX_EVENTS} operations on the network, in order
 * @param death where it ended short; empty: what the technique's {@link Depth} asks for came whole
 * @param quic the first datagrams, if it came to that
 * @param before handshakes made on purpose before the one that counts, to leave something behind
 * @param missing what this network does not offer, so that nothing was tried; empty: it was tried
 */
public record Observation(
    Cell cell,
    Instant startedAt,
    Duration runtime,
    List<DnsStep> dns,
    Optional<ConnectStep> connect,
    Optional<TlsStep> tls,
    Optional<HttpStep> http,
    List<NetEvent> events,
    Optional<Death> death,
    Optional<QuicStep> quic,
    List<TlsStep> before,
    Optional<Facility> missing) {
  /** Later events are counted in the steps' flows but not kept one by one. */
  public static final int MAX_EVENTS = 256;

  /** Of a visit over one stream. */
  public Observation(
      Cell cell,
      Instant startedAt,
      Duration runtime,
      List<DnsStep> dns,
      Optional<ConnectStep> connect,
      Optional<TlsStep> tls,
      Optional<HttpStep> http,
      List<NetEvent> events,
      Optional<Death> death) {
    this(
        cell,
        startedAt,
        runtime,
        dns,
        connect,
        tls,
        http,
        events,
        death,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Nothing was tried, because the vantage lacks something. */
  static Observation notMade(Cell cell, Instant startedAt, Facility missing) {
    return new Observation(
        cell,
        startedAt,
        Duration.ZERO,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(missing));
  }

  /** The addresses that the resolver gave, in its order. */
  public List<InetAddress> addresses() {
    return dns.stream()
        .flatMap(step -> step.answers().stream())
        .flatMap(answer -> answer.address().stream())
        .toList();
  }

  /** All Extended DNS Errors. */
  public List<ExtendedError> extendedErrors() {
    return dns.stream().flatMap(step -> step.extendedErrors().stream()).toList();
  }

  /** The response, as far as it came. */
  public Optional<HttpAnswer> answer() {
    return http.flatMap(HttpStep::answer);
  }

  /** Socket bytes received on the stream, handshake and response together. */
  public long bytesReceived() {
    return flows().mapToLong(Flow::bytes).sum();
  }

  /** Reads that brought something on the stream. */
  public int reads() {
    return flows().mapToInt(Flow::reads).sum();
  }

  /**
   * Bytes a second of the last step that received anything: of the download, or of a handshake that
   * trickled.
   */
  public OptionalDouble rate() {
    return flows()
        .filter(flow -> flow.bytes() > 0)
        .reduce((first, second) -> second)
        .map(Flow::rate)
        .orElse(OptionalDouble.empty());
  }

  private Stream<Flow> flows() {
    return Stream.of(
            tls.map(TlsStep::received), quic.map(QuicStep::received), http.map(HttpStep::received))
        .flatMap(Optional::stream);
  }
}
