package nadzor.dns;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** A server of DNS, whatever its role: one desk per event loop, and the sockets. */
final class DnsService implements AutoCloseable {
  /** What all desks of one server share. */
  record Settings(
      Role role,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      AnswerCache cache,
      ResolverLimits limits,
      ResolverCounters counters) {}

  private final DnsListening.Open open;
  private final ResolverCounters counters;

  private DnsService(DnsListening.Open open, ResolverCounters counters) {
    this.open = open;
    this.counters = counters;
  }

  static DnsService start(
      Transport transport,
      Endpoint bind,
      Role role,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      ResolverLimits limits)
      throws IOException {
    ResolverCounters counters = new ResolverCounters();
    AnswerCache cache = new AnswerCache(limits.cacheOctets(), System::nanoTime);
    Settings settings = new Settings(role, enforcement, upstream, cache, limits, counters);
    Map<EventLoop, Desk> desks = new HashMap<>();
    for (EventExecutor executor : transport.loops()) {
      EventLoop loop = (EventLoop) executor;
      desks.put(loop, new Desk(settings, loop));
    }
    return new DnsService(new DnsListening(transport, settings, desks).open(bind), counters);
  }

  Endpoint address() {
    return open.address();
  }

  ResolverCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    open.sockets().close();
  }
}
