package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.wire.HelloBytes;

/**
 * One client and one origin without sockets, in frozen time. Names end in {@code .test}: those of
 * {@code open.test} and {@code blocked.test} lead to the origin.
 */
final class Playbook implements AutoCloseable {
  static final Endpoint ADVERTISED = Endpoint.of("192.0.2.1", 443);
  static final Endpoint ADVERTISED_HTTP = Endpoint.of("192.0.2.1", 80);
  static final Endpoint ADVERTISED_IPV6 = Endpoint.of("2001:db8::1", 443);
  static final Endpoint BOUND = Endpoint.of("127.10.0.1", 40_443);
  static final Endpoint PAGE = Endpoint.of("127.30.1.80", 40_080);
  static final Endpoint PAGE_IN_TLS = Endpoint.of("127.30.1.80", 40_443);
  static final Endpoint CLIENT = Endpoint.of("127.40.0.1", 50_000);
  static final ProxyLimits LIMITS =
      new ProxyLimits(
          2,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          64 * 1024,
          new DatagramLimits(2, 2, Duration.ofSeconds(30), 128 * 1024));

  final EmbeddedChannel client;
  final EmbeddedChannel upstream = new EmbeddedChannel();
  final ProxyCounters counters = new ProxyCounters();
  final FakeSockets sockets = new FakeSockets();
  final EmbeddedChannel page = new EmbeddedChannel();
  private final ChannelPromise connected = upstream.newPromise();
  private final ChannelPromise reached = page.newPromise();
  private final List<ByteBuf> given = new ArrayList<>();
  private Endpoint dialled = Endpoint.of("0.0.0.0", 0);

  /** A client at the mixed port. */
  Playbook(Enforcement enforcement) {
    this(enforcement, new Crowd(LIMITS.datagrams().associations()));
  }

  /** The same among others. */
  Playbook(Enforcement enforcement, Crowd associations) {
    this(enforcement, Reception.MIXED, false, CLIENT, associations);
  }

  /** A client at this door, who comes from there. */
  Playbook(Enforcement enforcement, Reception reception, boolean behindBalancer, Endpoint from) {
    this(enforcement, reception, behindBalancer, from, new Crowd(2));
  }

  private Playbook(
      Enforcement enforcement,
      Reception reception,
      boolean behindBalancer,
      Endpoint from,
      Crowd associations) {
    client = new AddressedChannel(Endpoint.of("127.30.1.1", 1_080), from);
    client.freezeTime();
    Surroundings surroundings =
        new Surroundings(
            world(), enforcement, LIMITS, counters, this::connect, sockets, associations);
    Visit visit = new Visit(client, from, new Deadline(client.eventLoop()), surroundings);
    Arrivals.welcome(visit, reception, behindBalancer);
  }

  private static FakeWorld world() {
    return new FakeWorld()
        .name("www.open.test", "198.51.100.7", "192.0.2.1")
        .name("www.blocked.test", "192.0.2.1")
        .name("six.test", "2001:db8::1")
        .name("outside.test", "198.51.100.7")
        .name("nodata.test")
        .answer("silent.test", new Resolved.Silent())
        .pages(PAGE, PAGE_IN_TLS)
        .route(ADVERTISED, BOUND)
        .route(ADVERTISED_HTTP, Endpoint.of("127.10.0.1", 40_080))
        .route(ADVERTISED_IPV6, Endpoint.of("::1", 40_443));
  }

  private ChannelFuture connect(EventLoop loop, Endpoint bound) {
    dialled = bound;
    return bound.equals(PAGE) || bound.equals(PAGE_IN_TLS) ? reached : connected;
  }

  /** Where the proxy began to connect to. */
  Endpoint dialled() {
    return dialled;
  }

  Playbook accept() {
    connected.setSuccess();
    return this;
  }

  /** The block page is there. */
  Playbook acceptAtThePage() {
    reached.setSuccess();
    return this;
  }

  Playbook refuse(Throwable cause) {
    connected.setFailure(cause);
    return this;
  }

  Playbook say(String text) {
    return say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Playbook say(byte[] octets) {
    client.writeInbound(counted(octets));
    client.runPendingTasks();
    return this;
  }

  /** How many octets the client heard since it was last asked. */
  int heardOctets() {
    int count = 0;
    for (ByteBuf next = client.readOutbound(); next != null; next = client.readOutbound()) {
      count += next.readableBytes();
      next.release();
    }
    return count;
  }

  Playbook reply(byte[] octets) {
    upstream.writeInbound(counted(octets));
    return this;
  }

  Playbook replyOfThePage(byte[] octets) {
    page.writeInbound(counted(octets));
    return this;
  }

  private ByteBuf counted(byte[] octets) {
    ByteBuf buffer = Unpooled.copiedBuffer(octets);
    given.add(buffer);
    return buffer;
  }

  Playbook sayNoMore() {
    client.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    return this;
  }

  /** A tunnel to this name that stands, with the 200 already heard. */
  Playbook tunnel(String name) {
    say("CONNECT " + name + ":443 HTTP/1.1\r\n\r\n").accept().heard();
    return this;
  }

  Playbook hello(String name) {
    return say(HelloBytes.withName(name));
  }

  long now() {
    return client.eventLoop().ticker().nanoTime();
  }

  Playbook advance(Duration time) {
    client.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    client.runScheduledPendingTasks();
    client.runPendingTasks();
    return this;
  }

  /** What the client heard since it was last asked. */
  String heard() {
    return new String(drain(client), StandardCharsets.ISO_8859_1);
  }

  /** What reached the origin since it was last asked. */
  byte[] reached() {
    return drain(upstream);
  }

  /** What reached the block page since it was last asked. */
  byte[] reachedThePage() {
    return drain(page);
  }

  private static byte[] drain(EmbeddedChannel channel) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      all.writeBytes(ByteBufUtil.getBytes(next));
      next.release();
    }
    return all.toByteArray();
  }

  @Override
  public void close() {
    Ending.now(client);
    Ending.now(upstream);
    Ending.now(page);
    client.runPendingTasks();
    drain(client);
    drain(upstream);
    drain(page);
    sockets.close();
    given.forEach(buffer -> assertEquals(0, buffer.refCnt(), "a buffer that nobody released"));
  }
}
