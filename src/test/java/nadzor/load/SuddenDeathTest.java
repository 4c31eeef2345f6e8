package nadzor.load;

import static nadzor.load.Words.ascii;
import static nadzor.load.Words.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nadzor.flow.Endpoint;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Clients and origins that vanish with a RST in every phase: nothing of them stays. */
final class SuddenDeathTest {
  private static final int EACH = 25;
  private static final int HEAP_MEBIBYTES = 64;
  private static final int LIMIT_MILLIS = 1_500;
  private static final int LAST_WORDS = 300_000;
  private static final byte[] HELLO = HelloBytes.withName("www.free.test");
  private static final byte[] FREE = Query.framed(Query.of("www.free.test"));
  private static final byte[] SILENT = Query.framed(Query.of("www.silent.test"));

  private final Child child;
  private final Origin echo = Origin.echoing();
  private final Origin holding = Origin.holding();
  private final Origin pouring = Origin.pouring();
  private final Healthy healthy;
  private final long atTheStart;

  SuddenDeathTest() throws IOException {
    child =
        Child.start(
            HEAP_MEBIBYTES, Settings.of("connect=" + LIMIT_MILLIS, "idle=" + 2 * LIMIT_MILLIS));
    healthy = new Healthy(child, echo.address());
    atTheStart = child.descriptors();
  }

  @AfterEach
  void close() throws IOException {
    echo.close();
    holding.close();
    pouring.close();
    child.close();
  }

  private static void abort(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says this, and dies. */
  private static void die(Endpoint door, byte[] words) throws IOException {
    for (int i = 0; i < EACH; i++) {
      Socket socket = new Socket(door.address(), door.port());
      socket.getOutputStream().write(words);
      abort(socket);
    }
  }

  /** Says this, hears an octet of the answer, says more, and dies: {@code EACH} at a time. */
  private static void die(Endpoint door, byte[] words, byte[] more) throws IOException {
    Socket[] sockets = new Socket[EACH];
    for (int i = 0; i < EACH; i++) {
      sockets[i] = new Socket(door.address(), door.port());
      sockets[i].getOutputStream().write(words);
    }
    for (Socket socket : sockets) {
      socket.setSoTimeout((int) Await.SOON.toMillis());
      assertTrue(socket.getInputStream().read() >= 0, "closed by the other side");
      socket.getOutputStream().write(more);
    }
    for (Socket socket : sockets) {
      abort(socket);
    }
  }

  private void awaitTheStart() throws IOException {
    Await.until(
        () -> child.counter("open") == 0 && child.descriptors() <= atTheStart,
        () -> child.descriptors() + " descriptors, and " + atTheStart + " at the start");
    healthy.round();
  }

  /** Each of these {@code EACH} times; how many phases there were. */
  private int dieInEveryOpening() throws IOException {
    List<byte[]> phases =
        List.of(
            new byte[0],
            new byte[] {5},
            new byte[] {5, 1, 0},
            new byte[] {5, 1, 0, 5, 1, 0, 3, 50},
            new byte[] {4, 1, 1, (byte) 187, 127, 0, 0, 1, 'a'},
            ascii("CONN"),
            ascii("CONNECT www.free.test:443 HTTP/1.1\r\nX-Line: "),
            ascii("CONNECT www.unresolved.test:443 HTTP/1.1\r\n\r\n"),
            join(ascii("CONNECT www.unresolved.test:443 HTTP/1.1\r\n\r\n"), HELLO),
            Words.connect("www.free.test", holding.address()),
            join(Words.connect("www.free.test", holding.address()), HELLO));
    for (byte[] phase : phases) {
      die(child.proxy(), phase);
    }
    return phases.size();
  }

  /** What they say behind their request is held while the name is looked up, and let go of. */
  private int dieWaiting() throws IOException {
    long before = child.counter("asked");
    Socket[] sockets = new Socket[EACH];
    for (int i = 0; i < EACH; i++) {
      sockets[i] = new Socket(child.proxy().address(), child.proxy().port());
      sockets[i].getOutputStream().write(ascii("CONNECT a.unresolved.test:443 HTTP/1.1\r\n\r\n"));
    }
    Await.until(() -> child.counter("asked") == before + EACH, () -> "not all are waiting");
    for (Socket socket : sockets) {
      socket.getOutputStream().write(HELLO);
    }
    healthy.tunnel(); // by then the event loops have read them
    healthy.tunnel();
    for (Socket socket : sockets) {
      abort(socket);
    }
    return 1;
  }

  private int dieInEveryTunnel() throws IOException {
    byte[] body = new byte[100_000];
    byte[] held = Words.connect("www.free.test", holding.address());
    byte[] poured = Words.connect("www.free.test", pouring.address());
    List<byte[]> more =
        List.of(
            new byte[0],
            Arrays.copyOf(HELLO, HELLO.length / 2),
            HELLO,
            join(HELLO, body),
            HelloBytes.withName("www.blocked.test"),
            join(HelloBytes.withName("www.blocked.test"), body),
            HelloBytes.withName("www.slow.test"),
            join(HelloBytes.withName("www.slow.test"), body),
            ascii("POST / HTTP/1.1\r\nHost: www.free.test\r\nContent-Length: 100000\r\n\r\n0123"),
            ascii("GET / HTTP/1.1\r\nHost: www.blocked.test\r\n\r\n"));
    for (byte[] words : more) {
      die(child.proxy(), held, words);
      die(child.proxy(), poured, words);
    }
    return 2 * more.size();
  }

  @Test
  void clientsOfTheProxyDieInEveryPhase() throws IOException {
    int phases = dieInEveryOpening() + dieInEveryTunnel() + dieWaiting();
    awaitTheStart();
    Map<String, Long> counters = child.ask("counters");
    assertEquals(3L + (long) phases * EACH, Child.number(counters, "accepted"), counters::toString);
    assertTrue(Child.number(counters, "restricted") > 0, () -> "none restricted: " + counters);
    Await.until(
        () -> holding.connections() + pouring.connections() == 0,
        () -> holding.connections() + " and " + pouring.connections() + " are left at origins");
  }

  @Test
  void clientsOfTheResolverDieInEveryPhase() throws IOException {
    byte[] big = Query.framed(Query.of("big.free.test", Type.TXT));
    for (byte[] phase : List.of(new byte[0], new byte[1], Arrays.copyOf(FREE, 20), FREE, SILENT)) {
      die(child.dns(), phase);
    }
    die(child.dns(), join(big, big, big, big), join(SILENT, big, new byte[1]));
    for (Endpoint door : List.of(child.dot(), child.doh())) {
      die(door, new byte[0]);
      die(door, Arrays.copyOf(HELLO, 40));
      die(door, new byte[] {22, 3, 1, 0, 4, 1, 0, 0, 0}); // a hello without anything
      for (byte[] words : List.of(new byte[0], Arrays.copyOf(FREE, 20), FREE, SILENT)) {
        dieShakenHands(door, "dot", words);
      }
    }
    byte[] posted = Words.post(SILENT.length - 2);
    byte[] silent = Arrays.copyOfRange(SILENT, 2, SILENT.length);
    for (byte[] words : List.of(posted, join(posted, new byte[9]), join(posted, silent))) {
      dieShakenHands(child.doh(), "http/1.1", words);
    }
    dieShakenHands(child.doh(), "h2", ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    Await.until(() -> child.counter("failed") > 0, () -> "none had to wait for the upstream");
    awaitTheStart();
    Map<String, Long> counters = child.ask("counters");
    long accounted =
        List.of("blocked", "cached", "forwarded", "malformed", "dropped").stream()
            .mapToLong(name -> Child.number(counters, name))
            .sum();
    assertEquals(Child.number(counters, "queries"), accounted, counters::toString);
  }

  private static void dieShakenHands(Endpoint door, String protocol, byte[] words)
      throws IOException {
    for (int i = 0; i < EACH / 5; i++) {
      Socket plain = new Socket(door.address(), door.port());
      Socket secure = Trusting.over(plain, protocol);
      secure.getOutputStream().write(words);
      abort(plain); // below TLS, which would say good-bye
    }
  }

  /** The status that a client hears of an origin that dies, and then the end, which has to come. */
  private int heard(Endpoint origin, byte[] words) throws IOException {
    try (Socket socket = new Socket(child.proxy().address(), child.proxy().port())) {
      socket.setSoTimeout((int) Await.SOON.toMillis());
      socket.getOutputStream().write(Words.connect("www.free.test", origin));
      String head = Words.head(socket);
      assertTrue(head.startsWith("HTTP/1.1 "), head);
      toTheEnd(socket, words);
      return Integer.parseInt(head.substring(9, 12));
    }
  }

  private static void toTheEnd(Socket socket, byte[] words) throws IOException {
    try {
      socket.getOutputStream().write(words);
      while (socket.getInputStream().read() >= 0) {
        // More of the body.
      }
    } catch (SocketException e) {
      // A RST is an end as well; a time-out is not.
    }
  }

  @Test
  void originsDieInEveryPhase() throws IOException {
    long failed = 2;
    try (Origin atOnce = Origin.resetting(0);
        Origin midBody = Origin.resetting(LAST_WORDS);
        Origin never = Origin.neverAccepting();
        Origin deaf = Origin.deaf()) {
      for (int i = 0; i < EACH; i++) {
        failed += heard(atOnce.address(), HELLO) == 502 ? 1 : 0; // as its RST comes first or not
        assertEquals(200, heard(midBody.address(), HELLO));
        assertEquals(200, heard(midBody.address(), HelloBytes.withName("www.slow.test")));
      }
      assertEquals(504, heard(deaf.address(), HELLO));
      assertEquals(200, heard(never.address(), HELLO), "cut by the idle limit");
    }
    assertEquals(502, heard(whereNobodyListens(), HELLO));
    awaitTheStart();
    assertEquals(failed, child.counter("refused"), "504 and 502");
  }

  private static Endpoint whereNobodyListens() throws IOException {
    try (Origin gone = Origin.holding()) {
      return gone.address();
    }
  }
}
