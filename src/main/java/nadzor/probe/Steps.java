package nadzor.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one visit has seen so far. Used by one thread. */
final class Steps {
  final List<DnsStep> dns = new ArrayList<>();
  final List<TlsStep> before = new ArrayList<>();
  Stage stage = Stage.DNS;
  Optional<ConnectStep> connect = Optional.empty();
  Optional<TlsStep> tls = Optional.empty();
  Optional<HttpStep> http = Optional.empty();
  Optional<QuicStep> quic = Optional.empty();

  Observation observation(Cell cell, Instant startedAt, Recorder recorder, Optional<Death> death) {
    return new Observation(
        cell,
        startedAt,
        recorder.now(),
        List.copyOf(dns),
        connect,
        tls,
        http,
        recorder.events(),
        death,
        quic,
        List.copyOf(before),
        Optional.empty());
  }

  /** Ends the visit where a step failed. */
  static void pass(Optional<Failure> failure) throws Failed {
    if (failure.isPresent()) {
      throw new Failed(failure.get());
    }
  }
}
