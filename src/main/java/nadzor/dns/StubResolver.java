package nadzor.dns;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * Asks one resolver for the addresses of names, by UDP and, where an answer is truncated, by TCP: A
 * and AAAA at once. Nothing is cached here. Thread-safe; {@link #close} is idempotent.
 */
public final class StubResolver implements AutoCloseable {
  private final UdpUpstream resolver;

  private StubResolver(UdpUpstream resolver) {
    this.resolver = resolver;
  }

  /**
   * Opens the sockets: not to be called on an event loop.
   *
   * @param timeout for each of two attempts
   * @throws IOException if the resolver's address cannot be reached from here
   */
  public static StubResolver open(Transport transport, Endpoint resolver, Duration timeout)
      throws IOException {
    return new StubResolver(UdpUpstream.open(transport, resolver, timeout));
  }

  /**
   * Resolves without blocking; may be called on any thread.
   *
   * @param loop one of the transport's, on which the result is told
   * @return a future that always succeeds: failures are values
   */
  public Future<Lookup> resolve(DomainName name, EventLoop loop) {
    Both both = new Both(loop.newPromise());
    resolver.ask(Question.query(name, Dns.A), loop, both.taking(0));
    resolver.ask(Question.query(name, Dns.AAAA), loop, both.taking(1));
    return both.promise;
  }

  /** Closes the sockets; lookups under way end as timed out. */
  @Override
  public void close() {
    resolver.close();
  }

  /** Two answers to come. Belongs to the loop. */
  private static final class Both {
    private final AddressAnswer[] answers = {AddressAnswer.NONE, AddressAnswer.NONE};
    private final Promise<Lookup> promise;
    private int missing = answers.length;

    Both(Promise<Lookup> promise) {
      this.promise = promise;
    }

    Upstream.Reply taking(int index) {
      return new Upstream.Reply() {
        @Override
        public void answer(byte[] message) {
          take(index, AddressAnswer.of(message));
        }

        @Override
        public void none() {
          take(index, AddressAnswer.NONE);
        }
      };
    }

    private void take(int index, AddressAnswer answer) {
      answers[index] = answer;
      if (--missing == 0) {
        promise.setSuccess(together(answers[0], answers[1]));
      }
    }

    private static Lookup together(AddressAnswer v4, AddressAnswer v6) {
      List<InetAddress> addresses = new ArrayList<>(v4.addresses());
      addresses.addAll(v6.addresses());
      if (!addresses.isEmpty()) {
        return new Lookup.Found(addresses);
      }
      boolean first = v4.failure().compareTo(v6.failure()) <= 0;
      OptionalInt error = v4.extendedError().isPresent() ? v4.extendedError() : v6.extendedError();
      return new Lookup.Failed(first ? v4.failure() : v6.failure(), error);
    }
  }
}
