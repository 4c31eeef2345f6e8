package nadzor.probe;

import java.time.Duration;
import java.util.Optional;

/** One TLS handshake and all that can be said of it. Used once. */
final class Handshake {
  private final Recorder recorder;
  private final RecordedLine socket;
  private final PeerCheck check;
  private final Optional<String> serverName;
  private final SecureLine line;

  /**
   * @param socket the line whose octets are counted
   * @param below the line that carries the handshake: {@code socket}, or one above it
   */
  Handshake(
      Greeting greeting,
      RecordedLine socket,
      ByteLine below,
      Trust trust,
      Limits limits,
      Recorder recorder) {
    this.recorder = recorder;
    this.socket = socket;
    serverName = greeting.serverName();
    check = new PeerCheck(trust, greeting.acceptable());
    FirstFlight cut = greeting.approach().firstFlight();
    TlsLine.Gap gap = () -> recorder.rest(cut.gap(limits.segmentGap()));
    line =
        greeting.isUsual()
            ? new TlsLine(
                below,
                TlsEngine.create(check, serverName),
                flight -> cut.pieces(flight, serverName),
                gap)
            : new HandmadeTls(below, greeting, check);
  }

  /** The line for what comes after. */
  ByteLine line() {
    return line;
  }

  /** Shakes hands; what went wrong stands in the step. */
  TlsStep run(Deadline until) {
    Duration t0 = recorder.now();
    socket.startFlow();
    socket.mark(NetEvent.Operation.TLS_HANDSHAKE_START);
    Optional<Failure> failure = shake(until);
    socket.mark(NetEvent.Operation.TLS_HANDSHAKE_DONE);
    boolean agreed = failure.isEmpty();
    return new TlsStep(
        socket.peer(),
        serverName,
        agreed ? line.version() : Optional.empty(),
        agreed ? line.cipherSuite() : Optional.empty(),
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
