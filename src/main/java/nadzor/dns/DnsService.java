package nadzor.dns;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import nadzor.transport.Transport;

/** A server of DNS, whatever its role: one desk per event loop, and the sockets. */
final class DnsService implements AutoCloseable {
  /** What all desks of one server share. */
  record Settings(
      Role role,
      Place place,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      AnswerCache cache,
      ResolverLimits limits,
      ResolverCounters counters) {
    /** Whether truthful answers are judged, too. */
    boolean readsAnswers() {
      return enforcement.isPresent() && enforcement.get().readsAnswers();
    }
  }

  private final DnsListening.Open open;
  private final ResolverCounters counters;

  private DnsService(DnsListening.Open open, ResolverCounters counters) {
    this.open = open;
    this.counters = counters;
  }

  static DnsService start(
      Transport transport,
      ResolverDoors doors,
      Role role,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      ResolverLimits limits)
      throws IOException {
    ResolverCounters counters = new ResolverCounters();
    AnswerCache cache = new AnswerCache(limits.cacheOctets(), System::nanoTime);
    Settings settings =
        new Settings(role, doors.place(), enforcement, upstream, cache, limits, counters);
    Map<EventLoop, Desk> desks = new HashMap<>();
    for (EventExecutor executor : transport.loops()) {
      EventLoop loop = (EventLoop) executor;
      desks.put(loop, new Desk(settings, loop));
    }
    return new DnsService(new DnsListening(transport, settings, desks).open(doors), counters);
  }

  Endpoint address() {
    return open.address();
  }

  Optional<Endpoint> dot() {
    return open.dot();
  }

  Optional<Endpoint> doh() {
    return open.doh();
  }

  ResolverCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    open.sockets().close();
  }
}
