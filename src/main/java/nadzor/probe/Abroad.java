package nadzor.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reaches helpers abroad for one visit. Used by one thread. */
final class Abroad {
  private final Vantage vantage;
  private final Trust trust;
  private final Limits limits;
  private final Recorder recorder;

  Abroad(Vantage vantage, Trust trust, Limits limits, Recorder recorder) {
    this.vantage = vantage;
    this.trust = trust;
    this.limits = limits;
    this.recorder = recorder;
  }

  /** A connection to a helper; what was tried is recorded. */
  RecordedLine connect(Door door, Deadline until) throws Failed {
    Duration t0 = recorder.now();
    try {
      TcpLine line = door.open(vantage, until);
      recorder.moved(NetEvent.Operation.CONNECT, "tcp", door.at(), 0, t0);
      return new RecordedLine(line, door.at(), recorder);
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.CONNECT, "tcp", door.at(), e.failure(), t0);
      throw e;
    }
  }

  /** TLS to the helper, verified for its name. */
  TlsLine secure(RecordedLine socket, Door door, Deadline until) throws Failed {
    PeerCheck check = new PeerCheck(trust, List.of(door.certified()));
    Optional<String> name = Optional.of(door.certified().text());
    TlsLine line = TlsLine.plain(socket, TlsEngine.create(check, name));
    socket.mark(NetEvent.Operation.TLS_HANDSHAKE_START);
    try {
      line.handshake(until);
      return line;
    } catch (Failed e) {
      throw check.refusal().map(Failed::new).orElse(e);
    } finally {
      socket.mark(NetEvent.Operation.TLS_HANDSHAKE_DONE);
    }
  }

  /** Waits between two segments. */
  void gap() throws Failed {
    recorder.rest(limits.segmentGap());
  }
}
