package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/** Opens the connection of a visit, by the route that its technique prescribes. Used once. */
final class Opening implements AutoCloseable {
  private static final int FINE = 200;

  private final Vantage vantage;
  private final Abroad abroad;
  private final Limits limits;
  private final Recorder recorder;
  private Stage stage = Stage.TCP;
  private Optional<ConnectStep> step = Optional.empty();
  private Optional<RecordedLine> socket = Optional.empty();

  Opening(Vantage vantage, Abroad abroad, Limits limits, Recorder recorder) {
    this.vantage = vantage;
    this.abroad = abroad;
    this.limits = limits;
    this.recorder = recorder;
  }

  /** Where it stands: TLS while an encrypted relay is greeted, else TCP. */
  Stage stage() {
    return stage;
  }

  /** The connection attempt, once it was made. */
  Optional<ConnectStep> step() {
    return step;
  }

  /** The connection whose octets are counted. */
  RecordedLine socket() {
    return socket.orElseThrow();
  }

  /** Straight to an address. */
  ByteLine direct(Endpoint target, Deadline total) throws Failed {
    return opened(Door.at(target).viaProxy(), total.within(limits.connect()));
  }

  /** Through a relay to a name. */
  ByteLine through(Route route, DomainName host, int port, Deadline total) throws Failed {
    Relays relays = vantage.relays();
    Deadline until = total.within(limits.connect());
    return switch (route) {
      case HTTP_RELAY -> connect(opened(relays.http().orElseThrow(), until), host, port, until);
      case SOCKS_RELAY -> {
        ByteLine line = opened(relays.socks().orElseThrow(), until);
        SocksClient.through(line, host, port, until);
        yield line;
      }
      case TLS_RELAY -> {
        Door door = relays.tls().orElseThrow();
        RecordedLine line = opened(door, until);
        stage = Stage.TLS;
        ByteLine inside = abroad.secure(line, door, total.within(limits.handshake()));
        yield connect(inside, host, port, total.within(limits.connect()));
      }
      case DIRECT -> throw new IllegalArgumentException("no relay on a direct route");
    };
  }

  private RecordedLine opened(Door door, Deadline until) throws Failed {
    Duration t0 = recorder.now();
    Optional<Failure> failure = Optional.empty();
    try {
      RecordedLine line = abroad.connect(door, until);
      socket = Optional.of(line);
      return line;
    } catch (Failed e) {
      failure = Optional.of(e.failure());
      throw e;
    } finally {
      step = Optional.of(new ConnectStep(door.at(), failure, recorder.since(t0)));
    }
  }

  /** CONNECT (RFC 9110 section 9.3.6); octet by octet, what follows is not ours to read. */
  private static ByteLine connect(ByteLine line, DomainName host, int port, Deadline until)
      throws Failed {
    String authority = host + ":" + port;
    String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
    line.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)), until);
    ResponseHead head = ResponseHead.read(Inlet.sparing(line, until));
    if (head.status() != FINE) {
      throw new Failed(Failure.Name.HTTP_REQUEST_FAILED, "the relay answered " + head.status());
    }
    return line;
  }

  @Override
  public void close() {
    socket.ifPresent(RecordedLine::close);
  }
}
