package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One GET over a line, and all that can be said of its response. Used once. */
final class HttpExchange {
  private final RecordedLine socket;
  private final Recorder recorder;
  private final Limits limits;
  private final BodySink sink;
  private Optional<ResponseHead> head = Optional.empty();

  /**
   * @param socket the line whose bytes are counted: TLS, if any, lies above it
   */
  HttpExchange(RecordedLine socket, Recorder recorder, Limits limits) {
    this.socket = socket;
    this.recorder = recorder;
    this.limits = limits;
    sink = new BodySink(limits.bodyBytes());
  }

  /** Asks over {@code line}; what went wrong stands in the step. */
  HttpStep get(Site site, Scheme scheme, ByteLine line, Deadline total) {
    Duration t0 = recorder.now();
    socket.startFlow();
    List<HttpHeader> headers = headers(site);
    Optional<Failure> failure = exchange(site, headers, line, total);
    return new HttpStep(
        socket.peer(),
        site.url(scheme),
        headers,
        head.map(sink::answer),
        socket.flow(),
        failure,
        recorder.since(t0));
  }

  private Optional<Failure> exchange(
      Site site, List<HttpHeader> headers, ByteLine line, Deadline total) {
    try {
      Deadline firstByte = total.within(limits.firstByte());
      line.write(ByteBuffer.wrap(request(site, headers)), firstByte);
      Inlet inlet = new Inlet(line, firstByte, () -> total.within(limits.window()));
      ResponseHead read = ResponseHead.read(inlet);
      head = Optional.of(read);
      new ResponseBody(inlet, sink).read(read);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static List<HttpHeader> headers(Site site) {
    return List.of(
        new HttpHeader("Host", site.host().text()),
        new HttpHeader("User-Agent", "nadzor-probe"),
        new HttpHeader("Accept", "*/*"),
        new HttpHeader("Accept-Encoding", "identity"),
        new HttpHeader("Connection", "close"));
  }

  private static byte[] request(Site site, List<HttpHeader> headers) {
    StringBuilder text = new StringBuilder("GET ").append(site.path()).append(" HTTP/1.1\r\n");
    for (HttpHeader each : headers) {
      text.append(each.name()).append(": ").append(each.value()).append("\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
