package nadzor.load;

import static nadzor.load.Words.ascii;
import static nadzor.load.Words.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import nadzor.flow.Endpoint;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.xbill.DNS.Type;

/** Clients that send octet by octet, or never read: cut at the limit, and nobody else is kept. */
final class SlowClientsTest {
  private static final Duration LIMIT = Duration.ofMillis(2_500);
  private static final int EACH = 6;
  private static final int DOOR = 64;
  private static final int HEAP_MEBIBYTES = 64;
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] HELLO = HelloBytes.withName("www.free.test", 200);
  private static final byte[] FRAME = join(new byte[] {1, 0}, new byte[256]);
  private static final byte[] PREFACE = ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
  private static final byte[] PING = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
  private static final byte[] FIELD = ascii("X-Line: nothing in particular\r\n");

  private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(2);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Drip> drips = new ArrayList<>();
  private final Child child;
  private final Origin echo;
  private final Origin pouring;
  private final Healthy healthy;
  private final long atTheStart;

  SlowClientsTest() throws IOException {
    child =
        Child.start(
            HEAP_MEBIBYTES,
            Settings.of(
                "idle=" + LIMIT.toMillis(), "opening=" + LIMIT.toMillis(), "connections=" + DOOR));
    atTheStart = child.descriptors();
    echo = Origin.echoing();
    pouring = Origin.pouring();
    healthy = new Healthy(child, echo.address());
  }

  /** All that is loaded late is loaded before time is taken. */
  @BeforeEach
  void warmUp() throws IOException {
    healthy.round();
  }

  @AfterEach
  void close() throws Exception {
    pace.shutdownNow();
    for (AutoCloseable each : open) {
      each.close();
    }
    echo.close();
    pouring.close();
    child.close();
  }

  private void drip(Drip.Way way, byte[] before, byte[] octets) throws IOException {
    Drip drip = Drip.begin(way, before, octets, pace);
    open.add(drip);
    drips.add(drip);
  }

  private static Socket plain(Endpoint door) throws IOException {
    return new Socket(door.address(), door.port());
  }

  private void slowOpenings() throws IOException {
    byte[] letters = ascii("a".repeat(200));
    drip(() -> plain(child.proxy()), NOTHING, NOTHING);
    drip(() -> plain(child.proxy()), ascii("CONNECT www.free.test:443 HTTP/1.1\r\n"), FIELD);
    drip(() -> plain(child.proxy()), NOTHING, join(ascii("GET http://www.free.test/"), letters));
    drip(() -> plain(child.proxy()), new byte[] {5, (byte) 200}, new byte[] {1});
    drip(() -> plain(child.proxy()), new byte[] {5, 1, 0, 5, 1, 0, 3, (byte) 200}, letters);
    drip(() -> plain(child.proxy()), new byte[] {4, 1, 1, (byte) 187, 127, 0, 0, 1}, letters);
  }

  private void slowQueries() throws IOException {
    drip(() -> plain(child.dns()), NOTHING, NOTHING);
    drip(() -> plain(child.dns()), NOTHING, FRAME);
    drip(() -> plain(child.dot()), NOTHING, HELLO);
    drip(() -> plain(child.doh()), NOTHING, HELLO);
    drip(() -> Trusting.connect(child.dot(), "dot"), NOTHING, FRAME);
    drip(
        () -> Trusting.connect(child.doh(), "http/1.1"),
        ascii("POST /dns-query HTTP/1.1\r\n"),
        FIELD);
    drip(() -> Trusting.connect(child.doh(), "http/1.1"), Words.post(1_000), new byte[1]);
    drip(() -> Trusting.connect(child.doh(), "h2"), NOTHING, PREFACE);
    drip(() -> Trusting.connect(child.doh(), "h2"), join(PREFACE, SETTINGS), PING);
  }

  @Test
  void whoSendsOctetByOctetIsCutAtTheLimit(TestReporter report) throws IOException {
    for (int i = 0; i < EACH; i++) {
      slowOpenings();
      slowQueries();
    }
    long began = System.nanoTime();
    while (cut() < drips.size()) {
      healthy.round();
      boolean inTime = System.nanoTime() - began < LIMIT.plus(Await.SOON).toNanos();
      assertTrue(inTime, () -> cut() + " of " + drips.size() + " are cut");
    }
    for (Drip drip : drips) {
      Duration lived = drip.cut().join();
      assertTrue(lived.compareTo(LIMIT) >= 0, () -> "cut after " + lived + ", before its limit");
    }
    assertTrue(healthy.rounds() > 1, "nobody else was served meanwhile");
    report.publishEntry(
        drips.size() + " slow clients",
        healthy.rounds() + " rounds served, the longest " + healthy.longest().toMillis() + " ms");
  }

  @Test
  void whoNeverReadsIsCutAtTheLimit() throws IOException {
    for (int i = 0; i < EACH; i++) {
      Socket tunnel = deafTo(child.proxy());
      tunnel.getOutputStream().write(Words.connect("www.free.test", pouring.address()));
    }
    Await.until(() -> pouring.connections() == EACH, () -> "not all have tunnels");
    byte[] big = Query.of("big.free.test", Type.TXT);
    byte[] asked = Query.framed(big);
    byte[] posted = join(Words.post(big.length), big);
    for (int i = 0; i < EACH; i++) {
      open.add(Deluge.begin(deafTo(child.dns()), asked));
      open.add(Deluge.begin(Trusting.over(deafTo(child.dot()), "dot"), asked));
      open.add(Deluge.begin(Trusting.over(deafTo(child.doh()), "http/1.1"), posted));
    }
    Await.until(
        () -> child.descriptors() <= atTheStart && child.counter("open") == 0,
        () -> child.descriptors() + " descriptors, and before there were " + atTheStart);
    Await.until(() -> pouring.connections() == 0, () -> pouring.connections() + " at the origin");
    healthy.round();
  }

  private Socket deafTo(Endpoint door) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(door.toSocketAddress());
    open.add(socket);
    return socket;
  }

  @Test
  void aDoorFullOfSlowClientsOpensAgain() throws IOException {
    for (int i = 0; i <= DOOR; i++) { // one too many, whichever of them comes last
      drip(() -> plain(child.dns()), NOTHING, FRAME);
    }
    Await.until(() -> cut() > 0, () -> "one too many is let in, and not even cut");
    assertEquals(Query.NXDOMAIN, Query.rcode(healthy.udp(Query.of("www.blocked.test"))));
    healthy.tunnel();
    Await.until(() -> cut() == drips.size(), () -> "the door stays full");
    assertEquals(
        1,
        drips.stream().filter(drip -> drip.cut().join().compareTo(LIMIT) < 0).count(),
        "turned away at once");
    healthy.round();
  }

  private long cut() {
    return drips.stream().filter(drip -> drip.cut().isDone()).count();
  }
}
