package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import nadzor.flow.Endpoint;

/** Who does nothing wrong, and has to be served: by every door, within ten seconds each. */
final class Healthy {
  /** How many questions it asks in each round. */
  static final int QUERIES = 5;

  private static final int PATIENCE_MILLIS = 10_000;
  private static final byte[] BLOCKED = Query.of("www.blocked.test");
  private static final byte[] FREE = Query.of("www.free.test");

  private final Child child;
  private final Endpoint echo;
  private int rounds;
  private Duration longest = Duration.ZERO;

  /**
   * @param echo an origin that says what it hears
   */
  Healthy(Child child, Endpoint echo) {
    this.child = child;
    this.echo = echo;
  }

  /** Is served once by each door. */
  void round() throws IOException {
    long began = System.nanoTime();
    assertEquals(Query.NXDOMAIN, Query.rcode(udp(BLOCKED)));
    assertEquals(Query.NOERROR, Query.rcode(udp(FREE)));
    assertEquals(Query.NXDOMAIN, Query.rcode(tcp()));
    assertEquals(Query.NOERROR, Query.rcode(dot()));
    assertEquals(Query.NOERROR, Query.rcode(doh()));
    tunnel();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    longest = took.compareTo(longest) > 0 ? took : longest;
    rounds++;
  }

  /** How many rounds it was served. */
  int rounds() {
    return rounds;
  }

  /** What the longest round took. */
  Duration longest() {
    return longest;
  }

  /** The answer by UDP, asked for once: a datagram that is lost fails. */
  byte[] udp(byte[] query) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(child.dns().toSocketAddress());
      socket.send(new DatagramPacket(query, query.length));
      DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
      socket.receive(answer);
      return Arrays.copyOf(answer.getData(), answer.getLength());
    }
  }

  private byte[] tcp() throws IOException {
    try (Socket socket = connect(child.dns())) {
      return framed(socket, BLOCKED);
    }
  }

  private byte[] dot() throws IOException {
    try (SSLSocket socket = Trusting.connect(child.dot(), "dot")) {
      return framed(socket, FREE);
    }
  }

  private static byte[] framed(Socket socket, byte[] query) throws IOException {
    socket.getOutputStream().write(Query.framed(query));
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return in.readNBytes(in.readUnsignedShort());
  }

  private byte[] doh() throws IOException {
    try (SSLSocket socket = Trusting.connect(child.doh(), "http/1.1")) {
      socket.getOutputStream().write(Words.post(FREE.length));
      socket.getOutputStream().write(FREE);
      String head = Words.head(socket);
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
      return socket.getInputStream().readNBytes(Query.HEADER);
    }
  }

  /** A tunnel, and a word through it both ways. */
  void tunnel() throws IOException {
    byte[] word = "a word of mine".getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = connect(child.proxy())) {
      socket.getOutputStream().write(Words.connect("www.free.test", echo));
      String head = Words.head(socket);
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
      socket.getOutputStream().write(word);
      assertArrayEquals(word, socket.getInputStream().readNBytes(word.length));
    }
  }

  private static Socket connect(Endpoint door) throws IOException {
    Socket socket = new Socket(door.address(), door.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }
}
