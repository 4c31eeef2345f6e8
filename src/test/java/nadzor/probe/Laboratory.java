package nadzor.probe;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import nadzor.flow.Endpoint;

/** A network of fakes around one prober: a resolver, one abroad, a proxy with an origin behind. */
final class Laboratory implements AutoCloseable {
  static final TestCa CA = new TestCa("laboratory");
  static final String HOST = "www.facebook.com";
  static final String ADDRESS = "127.10.0.1";
  static final Instant NOW = Instant.parse("2022-03-04T20:00:00Z");

  private final FakeResolver resolver;
  private final FakeResolver abroad;
  private final FakeSocks socks;
  private final FakeServer proxy;

  private Laboratory(FakeResolver resolver, FakeSocks socks) throws IOException {
    this.resolver = resolver;
    this.socks = socks;
    abroad = FakeResolver.giving("127.10.0.2");
    proxy = new FakeServer(socks);
  }

  /** The resolver tells the truth, and the script plays the origin. */
  static Laboratory with(FakeServer.Script origin) throws IOException {
    return behind(FakeSocks.before(origin));
  }

  static Laboratory behind(FakeSocks socks) throws IOException {
    return new Laboratory(FakeResolver.giving(ADDRESS), socks);
  }

  static Laboratory with(FakeResolver resolver, FakeServer.Script origin) throws IOException {
    return new Laboratory(resolver, FakeSocks.before(origin));
  }

  /** Short, because many tests wait for them. */
  static Limits limits() {
    Duration wait = Duration.ofMillis(400);
    Duration total = Duration.ofSeconds(5);
    return new Limits(wait, wait, wait, wait, wait, total, Duration.ofMillis(60), 256 * 1024);
  }

  /** Limits that a slow machine does not reach, for visits that shall succeed. */
  static Limits ample() {
    Duration wait = Duration.ofSeconds(20);
    return new Limits(wait, wait, wait, wait, wait, wait, Duration.ofMillis(60), 1 << 20);
  }

  static Prober prober(Limits limits) {
    return new Prober(limits, Trust.ofCa(CA.certificate()), () -> NOW, System::nanoTime, 7);
  }

  Vantage vantage() {
    return vantage(proxy.endpoint());
  }

  Vantage vantage(Endpoint otherProxy) {
    return new Vantage("tspu-2022", resolver.endpoint(), abroad.endpoint(), otherProxy);
  }

  Observation visit(String technique, Limits limits) {
    return visit(vantage(), technique, limits);
  }

  static Observation visit(Vantage vantage, String technique, Limits limits) {
    Technique named = Techniques.named(technique).orElseThrow();
    return prober(limits).probe(new Cell(vantage, Site.of(HOST), named));
  }

  FakeResolver resolver() {
    return resolver;
  }

  FakeResolver abroad() {
    return abroad;
  }

  /** Where the one visit wanted to go. */
  Endpoint target() {
    return socks.targets().get(0);
  }

  @Override
  public void close() throws IOException {
    resolver.close();
    abroad.close();
    proxy.close();
  }
}
