package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowEvent;
import nadzor.censor.FlowGauge;
import nadzor.censor.FlowJudgement;
import nadzor.censor.FlowKind;
import nadzor.censor.PaceGauge;
import nadzor.censor.PaceState;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;
import nadzor.censor.Residual;
import nadzor.censor.StreamEffect;
import nadzor.flow.Direction;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the feed tells of flows, from their opening to their end. */
final class FlowFeedPlaybookTest {
  private final ToldFlows told = new ToldFlows(100);

  private Enforcement told(StreamEffect effect) {
    return Enforcements.told(Enforcements.of(effect), told);
  }

  private FlowJudgement judged() {
    return told.last(FlowEvent.Judged.class).judgement();
  }

  private String ended() {
    return told.last(FlowEvent.Closed.class).why();
  }

  @ParameterizedTest
  @CsvSource({
    "434f4e4e454354207777772e6f70656e2e746573743a34343320485454502f312e310d0a0d0a, CONNECT, www.open.test:443",
    "05010005010001c000020101bb, SOCKS, 192.0.2.1:443",
    "040101bbc000020100, SOCKS, 192.0.2.1:443",
    "47455420687474703a2f2f7777772e6f70656e2e746573742f20485454502f312e310d0a0d0a, HTTP, www.open.test:80",
  })
  void aFlowOpensWithItsDoorAndTarget(String request, FlowKind kind, String target) {
    try (Playbook play = new Playbook(told(new StreamEffect.Reset(true, true)))) {
      play.say(HexFormat.of().parseHex(request));
      FlowEvent.Opened opened = told.last(FlowEvent.Opened.class);
      assertEquals(kind, opened.kind());
      assertEquals(target, opened.target());
      assertEquals("net", opened.network());
      assertEquals(new ClientHash(1, 2).of(Playbook.CLIENT.address()), opened.clientHash());
      assertEquals(play.now(), opened.atNanos());
    }
  }

  @Test
  void aTransparentFlowOpensOnceItsNameIsKnown() {
    var enforcement = told(new StreamEffect.Reset(true, true));
    try (Playbook play = new Playbook(enforcement, Reception.TLS, false, Playbook.CLIENT)) {
      assertEquals(List.of(), told.all(FlowEvent.Opened.class));
      play.hello("www.open.test").accept();
      assertEquals(FlowKind.TRANSPARENT, told.last(FlowEvent.Opened.class).kind());
      assertEquals("www.open.test:443", told.last(FlowEvent.Opened.class).target());
    }
  }

  @Test
  void whatPassesIsToldWithItsNameAndCounted() {
    try (Playbook play = new Playbook(told(new StreamEffect.Reset(true, true)))) {
      play.tunnel("www.open.test").hello("www.open.test").reply(new byte[70]);
      assertTrue(judged().isPass());
      assertEquals("client-hello", judged().on());
      assertEquals("www.open.test", judged().name());
      assertEquals(1, judged().version());
      FlowGauge gauge = told.last(FlowEvent.Opened.class).gauge();
      assertEquals(
          HelloBytes.withName("www.open.test").length, gauge.octets(Direction.FROM_CLIENT));
      assertEquals(70, gauge.octets(Direction.FROM_SERVER));
      assertEquals("", gauge.closed());
      assertEquals(0, told.all(FlowEvent.Closed.class).size());
    }
    assertEquals("the client left", ended());
  }

  @Test
  void aRestrictionIsToldWithItsRuleAndTheFlowsEnd() {
    try (Playbook play = new Playbook(told(new StreamEffect.Reset(true, true)))) {
      play.tunnel("www.blocked.test").hello("www.blocked.test");
      FlowJudgement judgement = judged();
      assertEquals("reset", judgement.verdict());
      assertEquals("fixed", judgement.action());
      assertEquals("www.blocked.test", judgement.name());
      assertEquals("block .blocked.test (l.txt:1)", judgement.rule().orElseThrow().toString());
      assertEquals(List.of("l.txt:1"), judgement.reasons());
      assertEquals(Optional.empty(), judgement.decision());
      assertFalse(judgement.residual());
      assertEquals("reset", ended());
      assertEquals("reset", told.last(FlowEvent.Opened.class).gauge().closed());
    }
  }

  @Test
  void aResidualIsToldOnTheFlowThatItMeets() {
    Residual residual = new Residual(Residual.Key.ADDRESS_PAIR, Duration.ofSeconds(60), false);
    var enforcement =
        Enforcements.told(Enforcements.of(new StreamEffect.Reset(true, false), residual), told);
    try (Playbook first = new Playbook(enforcement);
        Playbook second = new Playbook(enforcement)) {
      first.tunnel("www.blocked.test").hello("www.blocked.test");
      second.say("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n");
      assertTrue(judged().residual());
      assertEquals(2, told.last(FlowEvent.Judged.class).flow());
      assertEquals("reset", ended());
    }
  }

  @ParameterizedTest
  @CsvSource({"nowhere.test, dns_error", "203.0.113.1, destination_ip_prohibited"})
  void aFlowThatLeadsNowhereEndsWithTheReason(String host, String why) {
    try (Playbook play = new Playbook(told(new StreamEffect.Reset(true, true)))) {
      play.say("CONNECT " + host + ":443 HTTP/1.1\r\n\r\n");
      assertEquals(why, ended());
    }
  }

  @Test
  void aThrottledFlowShowsItsBucket() {
    Rate rate = new Rate(1_000, 500, true);
    var pace = new StreamEffect.Pace(Optional.empty(), Optional.of(Pacing.of(rate)));
    try (Playbook play = new Playbook(told(pace)).tunnel("www.blocked.test")) {
      play.hello("www.blocked.test").reply(new byte[2_000]);
      FlowGauge gauge = told.last(FlowEvent.Opened.class).gauge();
      assertEquals(Optional.empty(), gauge.pace(Direction.FROM_CLIENT));
      PaceGauge down = gauge.pace(Direction.FROM_SERVER).orElseThrow();
      PaceState empty = down.state(play.now());
      assertEquals(Optional.of(rate), empty.rate());
      assertEquals(0, empty.tokens());
      assertEquals(1_500, empty.held());
      assertEquals(500, gauge.octets(Direction.FROM_SERVER));
      assertEquals(250, down.state(play.advance(Duration.ofMillis(250)).now()).tokens());
      assertEquals(1_000, down.state(play.advance(Duration.ofMillis(250)).now()).held());
    }
  }

  @Test
  void whereThereIsNoRoomNothingIsToldAndTheGaugeSaysTheEnd() {
    ToldFlows few = new ToldFlows(2);
    var enforcement = Enforcements.told(Enforcements.of(new StreamEffect.Reset(true, true)), few);
    try (Playbook first = new Playbook(enforcement);
        Playbook second = new Playbook(enforcement)) {
      first.tunnel("www.blocked.test").hello("www.blocked.test");
      second.tunnel("www.blocked.test").hello("www.blocked.test");
      assertEquals(1, few.all(FlowEvent.Opened.class).size());
      assertEquals(1, few.all(FlowEvent.Judged.class).size());
      assertEquals("reset", few.last(FlowEvent.Opened.class).gauge().closed());
    }
  }

  /** The version is another thread's; the flow was open before. */
  @Test
  void whatIsSeenNextOnAnOpenFlowIsJudgedByTheVersionInForceThen() throws InterruptedException {
    var enforcement = told(Enforcements.answer("no"));
    var restricting = enforcement.blocklist();
    enforcement.activate(Blocklist.EMPTY);
    String request = "GET / HTTP/1.1\r\nHost: www.blocked.test\r\n\r\n";
    try (Playbook play = new Playbook(enforcement).tunnel("www.blocked.test")) {
      assertEquals("", play.say(request).heard());
      assertEquals(request.length(), play.reached().length);
      Thread other = new Thread(() -> enforcement.activate(restricting));
      other.start();
      other.join();
      assertEquals("no", play.say(request).heard());
      assertEquals(0, play.reached().length);
    }
    List<FlowEvent.Judged> judged = told.all(FlowEvent.Judged.class);
    assertEquals(List.of(0L, 1L), judged.stream().map(one -> one.judgement().version()).toList());
    assertEquals("answered", ended());
    assertTrue(judged.get(0).judgement().isPass());
  }
}
