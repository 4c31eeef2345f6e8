package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QUIC by hand against a server that was not written here, and against servers that are none. */
class QuicTest {
  private static Observation visit(String technique, FakeUdpProxy socks, Limits limits)
      throws IOException {
    try (Laboratory laboratory = Laboratory.with(Scripts.silence());
        FakeServer proxy = new FakeServer(socks)) {
      Relays relays = Relays.NONE.withDatagrams(proxy.endpoint());
      return Laboratory.visit(laboratory.vantage().with(relays), technique, limits);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerHelloComesBack(boolean retries) throws IOException, GeneralSecurityException {
    try (QuicServer server = new QuicServer(Laboratory.CA.issue(Laboratory.HOST), retries)) {
      FakeUdpProxy proxy = new FakeUdpProxy(server.endpoint(), 0);
      Observation seen = visit("quic-v1", proxy, Laboratory.ample());
      assertEquals(Optional.empty(), seen.death());
      assertEquals(retries ? 2 : 1, proxy.payloads().size());
      assertEquals(Endpoint.of(Laboratory.ADDRESS, 443), proxy.targets().get(0));
      assertEquals(Optional.of(Laboratory.HOST), seen.quic().orElseThrow().serverName());
      assertEquals("a ServerHello", Assessment.of(seen, seen).why());
      assertTrue(seen.bytesReceived() > 0);
    }
  }

  @Test
  void theVersionsThatAServerSpeaksComeBack() throws IOException, GeneralSecurityException {
    try (QuicServer server = new QuicServer(Laboratory.CA.issue(Laboratory.HOST), false)) {
      FakeUdpProxy proxy = new FakeUdpProxy(server.endpoint(), 0);
      Observation seen = visit("quic-unknown-version", proxy, Laboratory.ample());
      assertEquals(Optional.empty(), seen.death());
      assertTrue(seen.quic().orElseThrow().offered().contains(1));
      assertEquals("a Version Negotiation packet", Assessment.of(seen, seen).why());
    }
  }

  @ParameterizedTest
  @CsvSource({"quic-v1, 1", "quic-unknown-version, 0x1a2a3a4a"})
  void anInitialFillsItsDatagram(String technique, String version)
      throws IOException, GeneralSecurityException {
    try (QuicServer server = new QuicServer(Laboratory.CA.issue(Laboratory.HOST), false)) {
      FakeUdpProxy proxy = new FakeUdpProxy(server.endpoint(), 0);
      visit(technique, proxy, Laboratory.ample());
      byte[] datagram = proxy.payloads().get(0);
      assertEquals(1200, datagram.length);
      assertEquals(0xc0, datagram[0] & 0xf0);
      assertEquals(Integer.decode(version), ByteBuffer.wrap(datagram).getInt(1));
    }
  }

  /** RFC 9001 appendix A.1: key and mask, as far as they show. */
  @Test
  void keysAreThoseOfTheRfc() {
    HexFormat hex = HexFormat.of();
    QuicKeys keys = QuicKeys.ofClient(hex.parseHex("8394c8f03e515708"));
    byte[] sample = hex.parseHex("d1b1c98dd7689fb8ec11d242b123dc9b");
    assertArrayEquals(hex.parseHex("437b9aec36"), keys.mask(sample));
  }

  private static DatagramSocket answering(UnaryOperator<byte[]> answer) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                socket.receive(packet);
                byte[] back = answer.apply(packet.getData());
                socket.send(new DatagramPacket(back, back.length, packet.getSocketAddress()));
              } catch (IOException e) {
                socket.close();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  /** Version Negotiation with the ids of what came turned round. */
  private static byte[] negotiation(byte[] initial, int version) {
    ByteBuffer packet = ByteBuffer.allocate(27).put((byte) 0x80).putInt(0);
    packet.put(initial, 14, 9).put(initial, 5, 9);
    return packet.putInt(version).array();
  }

  private static byte[] damaged(byte[] octets, int at) {
    octets[at] ^= 1;
    return octets;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "a byte", "the same back", "its own version", "others' ids", "alien"})
  void whatIsNoAnswerIsNamed(String what) throws IOException {
    UnaryOperator<byte[]> answer =
        switch (what) {
          case "garbage" -> octets -> new byte[900];
          case "a byte" -> octets -> new byte[] {(byte) 0xc0};
          case "the same back" -> octets -> octets;
          case "its own version" -> octets -> negotiation(octets, 1);
          case "others' ids" -> octets -> damaged(negotiation(octets, 9), 16);
          default -> octets -> negotiation(octets, 9);
        };
    try (DatagramSocket server = answering(answer)) {
      Endpoint there = Endpoint.of("127.0.0.1", server.getLocalPort());
      FakeUdpProxy proxy = new FakeUdpProxy(there, 0);
      Observation seen = visit("quic-v1", proxy, Laboratory.limits());
      boolean alien = "alien".equals(what);
      String name = alien ? "quic_incompatible_version" : "generic_timeout_error";
      assertEquals(name + " at quic", seen.death().orElseThrow().toString());
      assertEquals(Outcome.DOWN, Assessment.of(seen, seen).outcome());
    }
  }

  @Test
  void aProxyWithoutDatagramsIsTheInstrumentsFault() throws IOException {
    FakeUdpProxy proxy = new FakeUdpProxy(FakeServer.nobody(), 7);
    Observation seen = visit("quic-v1", proxy, Laboratory.limits());
    assertEquals("network_down at quic", seen.death().orElseThrow().toString());
    assertEquals(Outcome.UNSURE, Assessment.of(seen, seen).outcome());
    assertEquals(List.of(), proxy.payloads());
  }
}
