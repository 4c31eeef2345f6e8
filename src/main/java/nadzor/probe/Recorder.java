package nadzor.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import nadzor.flow.Endpoint;

/** The stopwatch and the event list of one visit. Not thread-safe. */
final class Recorder {
  private final LongSupplier nanos;
  private final Patience patience;
  private final long start;
  private final List<NetEvent> events = new ArrayList<>();

  Recorder(LongSupplier nanos) {
    this(nanos, Patience.REAL);
  }

  Recorder(LongSupplier nanos, Patience patience) {
    this.nanos = nanos;
    this.patience = patience;
    start = nanos.getAsLong();
  }

  /** Since the start. */
  Duration now() {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }

  Span since(Duration t0) {
    return new Span(t0, now());
  }

  /** A deadline on the same clock. */
  Deadline deadline(Duration wait) {
    return Deadline.after(wait, nanos);
  }

  /** Waits on purpose. */
  void rest(Duration length) throws Failed {
    try {
      patience.rest(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(Failure.of(Failure.Name.INTERRUPTED));
    }
  }

  void moved(NetEvent.Operation what, String proto, Endpoint peer, long bytes, Duration t0) {
    add(new NetEvent(what, proto, peer, bytes, Optional.empty(), since(t0)));
  }

  void failed(NetEvent.Operation what, String proto, Endpoint peer, Failure failure, Duration t0) {
    add(new NetEvent(what, proto, peer, 0, Optional.of(failure), since(t0)));
  }

  private void add(NetEvent event) {
    if (events.size() < Observation.MAX_EVENTS) {
      events.add(event);
    }
  }

  List<NetEvent> events() {
    return List.copyOf(events);
  }
}
