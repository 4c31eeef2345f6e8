package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.socket.DatagramPacket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.Grace;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.flow.Sighting;
import nadzor.wire.QuicBytes;
import nadzor.wire.SocksUdpHeader;
import nadzor.wire.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** UDP associations and what effects do to datagrams, in frozen time. */
final class DatagramPlaybookTest {
  private static final Endpoint CLIENT = Endpoint.of("127.40.0.1", 60_000);
  private static final Grace MUTE =
      new Grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, Optional.of(Duration.ofSeconds(5)), true);
  private static final Endpoint SIX = Endpoint.of("::1", 40_443);

  static Playbook associated(Enforcement enforcement) {
    return associated(enforcement, 0);
  }

  private static Playbook associated(Enforcement enforcement, int port) {
    return associate(new Playbook(enforcement), port);
  }

  private static Playbook associate(Playbook play, int port) {
    play.say(new byte[] {5, 1, 0}).heard();
    play.say(new byte[] {5, 3, 0, 1, 0, 0, 0, 0, (byte) (port >> 8), (byte) port});
    return play;
  }

  static Playbook associated(StreamEffect effect) {
    return associated(Enforcements.onAny(Sighting.Kind.DATAGRAM, effect, Optional.empty()));
  }

  static byte[] to(String host, byte[] payload) {
    Target target = Target.of(host, 443).orElseThrow();
    byte[] header = new byte[SocksUdpHeader.MAX_LENGTH];
    int length = SocksUdpHeader.write(target, header, 0);
    byte[] all = Arrays.copyOf(header, length + payload.length);
    System.arraycopy(payload, 0, all, length, payload.length);
    return all;
  }

  static int send(Playbook play, int length) {
    play.sockets.send(CLIENT, to("192.0.2.1", new byte[length]));
    return reached(play);
  }

  /** How many octets reached the server since it was last asked. */
  static int reached(Playbook play) {
    return play.sockets.reached(Playbook.BOUND).stream().mapToInt(one -> one.length).sum();
  }

  static List<String> heard(Playbook play) {
    return play.sockets.heard().stream().map(DatagramPlaybookTest::text).toList();
  }

  private static String text(DatagramPacket packet) {
    String all = packet.recipient() + " " + ByteBufUtil.hexDump(packet.content());
    packet.release();
    return all;
  }

  @Test
  void anAssociationTellsWhereItsSocketIs() {
    try (Playbook play = associated(Enforcements.none())) {
      byte[] reply = play.heard().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      assertEquals("050000017f1e01019c40", HexFormat.of().formatHex(reply));
      assertEquals(1, play.counters.associations());
    }
  }

  @Test
  void datagramsGoThereAndAnswersComeInTheAdvertisedName() {
    try (Playbook play = associated(Enforcements.none())) {
      play.sockets.send(CLIENT, to("www.open.test", new byte[] {1}));
      play.sockets.send(CLIENT, to("www.open.test", new byte[] {1, 2, 3}));
      play.advance(Duration.ZERO);
      assertEquals(4, play.sockets.reached(Playbook.BOUND).stream().mapToInt(a -> a.length).sum());
      play.sockets.send(CLIENT, to("www.open.test", new byte[] {1, 2, 3}));
      assertArrayEquals(new byte[] {1, 2, 3}, play.sockets.reached(Playbook.BOUND).get(0));
      play.sockets.answer(Playbook.BOUND, new byte[] {4, 5});
      assertEquals(List.of("/127.40.0.1:60000 " + "00000001c000020101bb" + "0405"), heard(play));
      assertEquals(3, send(play, 3));
      assertEquals(1, play.counters.datagramFlows());
      assertEquals(4, play.counters.datagramsUp());
      assertEquals(1, play.counters.datagramsDown());
    }
  }

  @Test
  void ipv6IsAdvertisedAsIpv6() {
    try (Playbook play = associated(Enforcements.none())) {
      play.sockets.send(CLIENT, to("2001:db8::1", new byte[] {1}));
      play.sockets.answer(SIX, new byte[] {9});
      String header = "00000004" + "20010db8000000000000000000000001" + "01bb";
      assertEquals(List.of("/127.40.0.1:60000 " + header + "09"), heard(play));
    }
  }

  @Test
  void onlyTheClientsAddressAndItsFirstPortAreHeard() {
    try (Playbook play = associated(Enforcements.none())) {
      play.sockets.send(Endpoint.of("127.40.0.2", 60_000), to("192.0.2.1", new byte[1]));
      play.sockets.send(Endpoint.of("127.40.0.1", 60_001), new byte[] {0, 0, 1});
      assertTrue(play.sockets.servers.isEmpty());
      assertEquals(1, send(play, 1));
      play.sockets.send(Endpoint.of("127.40.0.1", 60_001), to("192.0.2.1", new byte[1]));
      assertEquals(0, reached(play));
      assertEquals(3, play.counters.datagramsLost());
    }
  }

  @Test
  void aPortThatTheClientNamedIsTheOnlyOne() {
    try (Playbook play = associated(Enforcements.none(), 60_005)) {
      play.sockets.send(CLIENT, to("192.0.2.1", new byte[1]));
      assertTrue(play.sockets.servers.isEmpty());
      play.sockets.send(Endpoint.of("127.40.0.1", 60_005), to("192.0.2.1", new byte[1]));
      assertEquals(1, reached(play));
    }
  }

  @Test
  void whatLeadsNowhereIsLostAndCounted() {
    try (Playbook play = associated(Enforcements.none())) {
      play.sockets.send(CLIENT, to("203.0.113.1", new byte[1]));
      play.sockets.send(CLIENT, to("nowhere.test", new byte[1]));
      play.sockets.send(CLIENT, to("hang.test", new byte[1]));
      play.advance(Duration.ZERO);
      assertEquals(2, play.counters.datagramsLost());
      assertEquals(0, play.counters.datagramFlows());
    }
  }

  @Test
  void anAssociationEndsWithItsConnection() {
    try (Playbook play = associated(Enforcements.none())) {
      send(play, 1);
      play.say("this means nothing").sayNoMore();
      assertFalse(play.sockets.relays.get(0).isOpen());
      assertFalse(play.sockets.server(Playbook.BOUND).isOpen());
      assertEquals(0, play.counters.associations());
      assertEquals(0, play.counters.datagramFlows());
    }
  }

  @Test
  void anIdleFlowEndsBeforeAnIdleAssociation() {
    try (Playbook play = associated(Enforcements.none())) {
      send(play, 1);
      assertEquals(1, play.advance(Duration.ofSeconds(29)).counters.datagramFlows());
      send(play, 1);
      assertEquals(1, play.advance(Duration.ofSeconds(29)).counters.datagramFlows());
      assertEquals(0, play.advance(Duration.ofSeconds(1)).counters.datagramFlows());
      assertFalse(play.sockets.server(Playbook.BOUND).isOpen());
      assertEquals(1, send(play, 1));
      assertTrue(play.advance(Duration.ofSeconds(59)).client.isOpen());
      assertFalse(play.advance(Duration.ofSeconds(1)).client.isOpen());
    }
  }

  static List<StreamEffect> ends() {
    return List.of(
        new StreamEffect.Refuse(),
        new StreamEffect.Reset(true, true),
        Enforcements.answer("no"),
        new StreamEffect.Discard(0),
        new StreamEffect.Reset(true, true, false, MUTE));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void theFlowVanishes(StreamEffect effect) {
    try (Playbook play = associated(effect)) {
      assertEquals(0, send(play, 100) + send(play, 100));
      play.sockets.answer(Playbook.BOUND, new byte[3]);
      assertEquals(List.of(), heard(play));
      assertEquals(3, play.counters.datagramsRestricted());
      assertEquals(1, play.counters.restricted());
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aFlowMayVanishFromItsFirstDatagramOn(StreamEffect effect) {
    var enforcement = Enforcements.onAny(Sighting.Kind.CONNECTION, effect, Optional.empty());
    try (Playbook play = associated(enforcement)) {
      assertEquals(0, send(play, 100));
    }
  }

  @Test
  void aNameInAnInitialIsATrigger() {
    var enforcement = Enforcements.ofQuic(new StreamEffect.Discard(1));
    try (Playbook play = associated(enforcement)) {
      byte[] open = QuicBytes.datagram(1, QuicBytes.crypto(0, QuicBytes.hello("www.open.test")));
      byte[] no = QuicBytes.datagram(1, QuicBytes.crypto(0, QuicBytes.hello("www.blocked.test")));
      play.sockets.send(CLIENT, to("www.open.test", open));
      play.advance(Duration.ZERO).sockets.send(CLIENT, to("www.open.test", open));
      assertEquals(2 * open.length, reached(play));
      play.sockets.send(CLIENT, to("www.open.test", no));
      play.sockets.send(CLIENT, to("www.open.test", open));
      assertEquals(no.length, reached(play));
    }
  }

  @Test
  void datagramsAndOctetsAreCountedInBothDirections() {
    try (Playbook play = associated(new StreamEffect.Discard(3))) {
      assertEquals(200, send(play, 100) + send(play, 100));
      play.sockets.answer(Playbook.BOUND, new byte[3]);
      assertEquals(1, heard(play).size());
      play.sockets.answer(Playbook.BOUND, new byte[3]);
      assertEquals(0, heard(play).size() + send(play, 10));
    }
    try (Playbook play = associated(new StreamEffect.Discard(99, 250))) {
      assertEquals(200, send(play, 100) + send(play, 100) + send(play, 100));
      assertEquals(0, send(play, 1));
    }
  }

  /** Graces of 250 octets, and of two seconds. */
  static List<Arguments> laterEnds() {
    Grace octets = new Grace(Grace.ANY_SEGMENTS, 250, Optional.empty());
    Duration time = Duration.ofSeconds(2);
    Grace both = new Grace(Grace.ANY_SEGMENTS, 99_999, Optional.of(time));
    return List.of(
        Arguments.of(new StreamEffect.Reset(true, true, false, octets), false),
        Arguments.of(new StreamEffect.Answer(new byte[0], octets), false),
        Arguments.of(new StreamEffect.Discard(octets), false),
        Arguments.of(new StreamEffect.Reset(true, true, false, both), true),
        Arguments.of(new StreamEffect.Answer(new byte[0], both), true),
        Arguments.of(new StreamEffect.Discard(both), true));
  }

  @ParameterizedTest
  @MethodSource("laterEnds")
  void aFlowMayVanishLater(StreamEffect effect, boolean timed) {
    var enforcement = Enforcements.onAny(Sighting.Kind.CONNECTION, effect, Optional.empty());
    try (Playbook play = associated(enforcement)) {
      assertEquals(200, send(play, 100) + send(play, 100));
      if (timed) {
        play.advance(Duration.ofMillis(1_999));
        assertEquals(70_000, send(play, 30_000) + send(play, 40_000));
        play.advance(Duration.ofMillis(1));
      }
      assertEquals(0, send(play, 100) + send(play, 10));
      play.sockets.answer(Playbook.BOUND, new byte[3]);
      assertEquals(List.of(), heard(play));
    }
  }

  @Test
  void aFlowThatEndsWaitsForNoTime() {
    Grace grace =
        new Grace(Grace.ANY_SEGMENTS, Grace.ANY_OCTETS, Optional.of(Duration.ofSeconds(45)));
    try (Playbook play = associated(new StreamEffect.Discard(grace))) {
      assertEquals(100, send(play, 100));
      assertEquals(0, play.advance(Duration.ofSeconds(30)).counters.datagramFlows());
      Duration next = Duration.ofNanos(play.client.runScheduledPendingTasks());
      assertEquals(Playbook.LIMITS.idle(), next.plusSeconds(30)); // that of the association
    }
  }

  @Test
  void oneClientHasOnlySoManyAssociationsAndFlows() {
    Crowd crowd = new Crowd(1);
    assertTrue(crowd.enter(CLIENT.address()));
    try (Playbook play = new Playbook(Enforcements.none(), crowd)) {
      play.say(new byte[] {5, 1, 0}).heard();
      assertEquals(1, play.say(new byte[] {5, 3, 0, 1, 0, 0, 0, 0, 0, 0}).heard().charAt(1));
      assertEquals(1, play.counters.refused());
    }
    crowd.leave(CLIENT.address());
    assertTrue(crowd.enter(CLIENT.address()));
    crowd.leave(CLIENT.address());
    try (Playbook play = new Playbook(Enforcements.none(), crowd)) {
      associate(play, 0);
      for (int i = 0; i < 3; i++) {
        play.sockets.send(CLIENT, to("hang." + i + ".test", new byte[10]));
      }
      assertEquals(1, play.counters.datagramsLost());
    }
    assertTrue(crowd.enter(CLIENT.address()), "an association that ended still counts");
  }

  @Test
  void aLongDatagramIsRelayedWhole() {
    try (Playbook play = associated(Enforcements.none())) {
      assertEquals(65_000, send(play, 65_000));
      play.sockets.answer(Playbook.BOUND, new byte[65_497]);
      play.sockets.answer(Playbook.BOUND, new byte[65_498]);
      assertEquals(1, heard(play).size());
      assertEquals(1, play.counters.datagramsLost());
    }
  }
}
