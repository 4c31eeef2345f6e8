package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubResolverTest {
  private final Transport transport = Transport.start(2);

  @AfterEach
  void close() {
    transport.close();
  }

  private Lookup lookup(DnsAction action, String name) throws IOException {
    try (ResolverServer server =
            ResolverServer.start(
                transport,
                Endpoint.of("127.0.0.1", 0),
                Optional.of(Worlds.enforcing(action)),
                Zone.upstream(),
                ResolverLimits.defaults());
        StubResolver stub =
            StubResolver.open(transport, server.address(), Duration.ofMillis(300))) {
      Future<Lookup> future = stub.resolve(DomainName.of(name), transport.loops().next());
      assertEquals(true, future.awaitUninterruptibly(10, TimeUnit.SECONDS));
      return future.getNow();
    }
  }

  private static Lookup failed(Lookup.Failure failure, OptionalInt extendedError) {
    return new Lookup.Failed(failure, extendedError);
  }

  @Test
  void findsBothFamilies() throws IOException {
    assertEquals(
        new Lookup.Found(Worlds.addresses("192.0.2.1", "2001:db8::1")),
        lookup(new Rcode("nxdomain", 3), "six.test"));
    assertEquals(
        new Lookup.Found(Worlds.addresses("192.0.2.1")),
        lookup(new Rcode("nxdomain", 3), "a.test"));
  }

  @Test
  void believesAForgedAnswer() throws IOException {
    DnsAction forge = new Forge(Worlds.addresses("127.30.1.80"), 10);
    assertEquals(
        new Lookup.Found(Worlds.addresses("127.30.1.80")), lookup(forge, "www.blocked.test"));
  }

  @ParameterizedTest
  @CsvSource({"3, NXDOMAIN", "5, REFUSED", "2, SERVFAIL", "0, NODATA", "4, SERVFAIL"})
  void tellsWhyThereIsNone(int code, Lookup.Failure expected) throws IOException {
    assertEquals(
        failed(expected, OptionalInt.of(16)), lookup(new Rcode("code", code), "blocked.test"));
  }

  @Test
  void tellsOfNamesThatAreMissing() throws IOException {
    assertEquals(
        failed(Lookup.Failure.NXDOMAIN, OptionalInt.empty()),
        lookup(new Silence(0), "missing.test"));
  }

  @Test
  void givesUpOnSilence() throws IOException {
    assertEquals(
        failed(Lookup.Failure.TIMEOUT, OptionalInt.empty()),
        lookup(new Silence(0), "blocked.test"));
  }
}
