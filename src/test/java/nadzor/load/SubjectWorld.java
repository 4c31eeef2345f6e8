package nadzor.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;

/**
 * Every name is 127.0.0.1, and every port of it is where it says; {@code .unresolved.test} never
 * resolves. Thread-safe.
 */
final class SubjectWorld implements ProxyWorld {
  private static final Resolved HERE =
      new Resolved.Addresses(List.of(Addresses.parse("127.0.0.1")));

  private final LongAdder asked = new LongAdder();

  /** How many names were to be resolved so far. */
  long asked() {
    return asked.sum();
  }

  @Override
  public Future<Resolved> resolve(DomainName name, EventLoop loop) {
    asked.increment();
    return name.text().endsWith(".unresolved.test")
        ? loop.newPromise()
        : loop.newSucceededFuture(HERE);
  }

  @Override
  public Optional<Endpoint> route(Endpoint advertised) {
    return Optional.of(advertised).filter(endpoint -> endpoint.address().isLoopbackAddress());
  }
}
