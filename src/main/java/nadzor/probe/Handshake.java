package nadzor.probe;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** One TLS handshake and all that can be said of it. Used once. */
final class Handshake {
  private final Recorder recorder;
  private final RecordedLine socket;
  private final PeerCheck check;
  private final SSLEngine engine;
  private final Optional<String> serverName;
  private final TlsLine line;

  Handshake(Cell cell, RecordedLine socket, Trust trust, Limits limits, Recorder recorder) {
    this.recorder = recorder;
    this.socket = socket;
    Approach approach = cell.technique().approach();
    serverName = approach.serverName().of(cell.site().host());
    check = new PeerCheck(trust, cell.site().host());
    engine = TlsEngine.create(check, serverName);
    FirstFlight cut = approach.firstFlight();
    line =
        new TlsLine(socket, engine, flight -> cut.pieces(flight, serverName), limits.segmentGap());
  }

  /** The line for what comes after. */
  TlsLine line() {
    return line;
  }

  /** Shakes hands; what went wrong stands in the step. */
  TlsStep run(Deadline until) {
    Duration t0 = recorder.now();
    socket.startFlow();
    socket.mark(NetEvent.Operation.TLS_HANDSHAKE_START);
    Optional<Failure> failure = shake(until);
    socket.mark(NetEvent.Operation.TLS_HANDSHAKE_DONE);
    Optional<String> agreed =
        failure.isEmpty() ? Optional.of(engine.getSession().getProtocol()) : Optional.empty();
    return new TlsStep(
        socket.peer(),
        serverName,
        agreed,
        agreed.map(version -> engine.getSession().getCipherSuite()),
        check.shown(),
        socket.flow(),
        failure,
        recorder.since(t0));
  }

  private Optional<Failure> shake(Deadline until) {
    try {
      line.handshake(until);
      return Optional.empty();
    } catch (Failed e) {
      return check.refusal().or(() -> Optional.of(e.failure()));
    }
  }
}
