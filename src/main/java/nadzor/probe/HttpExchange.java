package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nadzor.flow.DomainName;

/** One GET over a line, and all that can be said of its response. Used once. */
final class HttpExchange {
  private final RecordedLine socket;
  private final Recorder recorder;
  private final Limits limits;
  private final RequestForm form;
  private final Optional<DomainName> neutral;
  private final BodySink sink;
  private Optional<ResponseHead> head = Optional.empty();

  /**
   * @param socket the line whose bytes are counted: TLS, if any, lies above it
   */
  HttpExchange(RecordedLine socket, Recorder recorder, Limits limits) {
    this(socket, recorder, limits, RequestForm.USUAL, Optional.empty());
  }

  /**
   * @param form how the request is written
   * @param neutral whom a form that asks twice asks first
   */
  HttpExchange(
      RecordedLine socket,
      Recorder recorder,
      Limits limits,
      RequestForm form,
      Optional<DomainName> neutral) {
    this.socket = socket;
    this.form = form;
    this.neutral = neutral;
    this.recorder = recorder;
    this.limits = limits;
    sink = new BodySink(limits.bodyBytes());
  }

  /** Asks over {@code line}; what went wrong stands in the step. */
  HttpStep get(Site site, Scheme scheme, ByteLine line, Deadline total) {
    Duration t0 = recorder.now();
    socket.startFlow();
    List<HttpHeader> headers = headers(site);
    Optional<Failure> failure = exchange(site, scheme, headers, line, total);
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
      Site site, Scheme scheme, List<HttpHeader> headers, ByteLine line, Deadline total) {
    try {
      if (form == RequestForm.SECOND) {
        askFirst(new Site(neutral.orElseThrow(), "/"), line, total);
      }
      Deadline firstByte = total.within(limits.firstByte());
      write(request(site, scheme, headers), site, line, firstByte);
      Inlet inlet = new Inlet(line, firstByte, () -> total.within(limits.window()));
      ResponseHead read = ResponseHead.read(inlet);
      head = Optional.of(read);
      new ResponseBody(inlet, sink).read(read);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  /** A whole exchange that leaves the connection open; what it says does not matter. */
  private void askFirst(Site other, ByteLine line, Deadline total) throws Failed {
    Deadline firstByte = total.within(limits.firstByte());
    String text = "GET " + other.path() + " HTTP/1.1\r\nHost: " + other.host() + "\r\n\r\n";
    line.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), firstByte);
    Inlet inlet = new Inlet(line, firstByte, () -> total.within(limits.window()));
    new ResponseBody(inlet, new BodySink(limits.bodyBytes())).read(ResponseHead.read(inlet));
  }

  private void write(byte[] request, Site site, ByteLine line, Deadline until) throws Failed {
    byte[] name = site.host().bytes();
    int at = form == RequestForm.SPLIT ? Octets.indexOf(request, name) + name.length / 2 : 0;
    Iterator<byte[]> pieces = Octets.cut(request, at).iterator();
    while (pieces.hasNext()) {
      line.write(ByteBuffer.wrap(pieces.next()), until);
      if (pieces.hasNext()) {
        recorder.rest(limits.segmentGap());
      }
    }
  }

  private List<HttpHeader> headers(Site site) {
    String hostLine = form.hostLine(site.host().text());
    return List.of(
        new HttpHeader("Host", hostLine.substring(hostLine.indexOf(':') + 1).strip()),
        new HttpHeader("User-Agent", "nadzor-probe"),
        new HttpHeader("Accept", "*/*"),
        new HttpHeader("Accept-Encoding", "identity"),
        new HttpHeader("Connection", "close"));
  }

  private byte[] request(Site site, Scheme scheme, List<HttpHeader> headers) {
    StringBuilder text = new StringBuilder("GET ").append(form.target(site, scheme));
    text.append(" HTTP/1.1\r\n").append(form.hostLine(site.host().text())).append("\r\n");
    for (HttpHeader each : headers.subList(1, headers.size())) {
      text.append(each.name()).append(": ").append(each.value()).append("\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
