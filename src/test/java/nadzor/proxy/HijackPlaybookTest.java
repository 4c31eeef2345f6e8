package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.StreamEffect;
import nadzor.flow.Sighting;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network's own block page takes the place of the origin. */
final class HijackPlaybookTest {
  private static final byte[] HELLO = HelloBytes.withName("www.blocked.test");
  private static final StreamEffect HIJACK = new StreamEffect.Hijack(true);

  private static Enforcement onHello() {
    return Enforcements.of(HIJACK);
  }

  private static void assertServedByThePage(Playbook play) {
    play.replyOfThePage("page".getBytes(StandardCharsets.US_ASCII));
    assertEquals("page", play.heard());
    play.say("more");
    assertEquals("more", new String(play.reachedThePage(), StandardCharsets.US_ASCII));
    assertEquals(1, play.counters.restricted());
    assertEquals(0, play.counters.refused());
  }

  @Test
  void theHelloGoesToThePageAndNothingToTheOrigin() {
    try (Playbook play = new Playbook(onHello()).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test");
      assertEquals(Playbook.PAGE_IN_TLS, play.dialled());
      assertFalse(play.upstream.isOpen());
      play.acceptAtThePage();
      assertArrayEquals(HELLO, play.reachedThePage());
      assertEquals(0, play.reached().length);
      assertServedByThePage(play);
    }
  }

  @Test
  void whatTheClientSaysMeanwhileIsKept() {
    try (Playbook play = new Playbook(onHello()).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").say("one").say("two").sayNoMore().acceptAtThePage();
      byte[] all = play.reachedThePage();
      assertEquals(HELLO.length + 6, all.length);
      assertEquals(
          "onetwo",
          new String(Arrays.copyOfRange(all, HELLO.length, all.length), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aClientThatDoesNotWaitNeverReachesTheOrigin() {
    String request = "CONNECT www.blocked.test:443 HTTP/1.1\r\n\r\n";
    try (Playbook play = new Playbook(onHello())) {
      play.say(request + new String(HELLO, StandardCharsets.ISO_8859_1));
      assertEquals(Playbook.PAGE_IN_TLS, play.dialled());
      assertTrue(play.acceptAtThePage().heard().startsWith("HTTP/1.1 200 "));
      assertArrayEquals(HELLO, play.reachedThePage());
      assertServedByThePage(play);
    }
  }

  @Test
  void atATransparentPortToo() {
    try (Playbook play = new Playbook(onHello(), Reception.TLS, false, Playbook.CLIENT)) {
      play.hello("www.blocked.test").acceptAtThePage();
      assertArrayEquals(HELLO, play.reachedThePage());
      assertServedByThePage(play);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theWholeConnection(boolean tls) {
    StreamEffect effect = new StreamEffect.Hijack(tls);
    try (Playbook play =
        new Playbook(Enforcements.onAny(Sighting.Kind.CONNECTION, effect, Optional.empty()))) {
      play.say("CONNECT www.open.test:443 HTTP/1.1\r\n\r\n").acceptAtThePage();
      assertEquals(tls ? Playbook.PAGE_IN_TLS : Playbook.PAGE, play.dialled());
      assertTrue(play.heard().startsWith("HTTP/1.1 200 "));
      assertServedByThePage(play);
    }
  }

  /** Another server would not know what the first one has heard. */
  @Test
  void aFlowThatReachedTheOriginIsReset() {
    InspectionPolicy more =
        new InspectionPolicy(
            InspectionPolicy.Reassembly.NONE, 9_999, 3, 1, false, true, false, Optional.empty());
    try (Playbook play = new Playbook(Enforcements.of(more, HIJACK)).tunnel("www.blocked.test")) {
      play.say("GET / HTTP/1.1\r\nHost: www.open.test\r\n\r\n");
      assertTrue(play.reached().length > 0);
      play.say("GET / HTTP/1.1\r\nHost: www.blocked.test\r\n\r\n");
      assertFalse(play.client.isOpen());
      assertFalse(play.upstream.isOpen());
      assertEquals(Playbook.BOUND, play.dialled());
      assertEquals(1, play.counters.restricted());
    }
  }

  @Test
  void aClientThatLeavesMeanwhileLeavesNothingBehind() {
    try (Playbook play = new Playbook(onHello()).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").say("one");
      Ending.now(play.client);
      play.client.runPendingTasks();
      play.acceptAtThePage();
      assertFalse(play.page.isOpen());
    }
  }

  @Test
  void aPageThatDoesNotAnswerIsGivenUp() {
    try (Playbook play = new Playbook(onHello()).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").advance(Playbook.LIMITS.connect().plus(Duration.ofSeconds(1)));
      assertFalse(play.client.isOpen());
    }
  }
}
