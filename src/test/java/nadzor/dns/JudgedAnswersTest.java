package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.DnsEffect;
import nadzor.censor.Enforcement;
import nadzor.censor.Restriction;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A listed name behind an alias is caught on its way out. */
class JudgedAnswersTest {
  private static final ResolverLimits LIMITS =
      new ResolverLimits(1 << 20, 3, 9, 9, Duration.ofSeconds(60));

  private final EmbeddedChannel channel = new FromClient();
  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final List<Restriction> log = new ArrayList<>();
  private Enforcement enforcement = Worlds.reading(new Effect(DnsEffect.PASS), log::add);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void serve(DnsEffect effect) {
    channel.freezeTime();
    enforcement = Worlds.reading(new Effect(effect), log::add);
    Desk desk =
        new Desk(
            new DnsService.Settings(
                Role.RESOLVER,
                Place.RESOLVER,
                Optional.of(enforcement),
                upstream,
                new AnswerCache(1 << 20, () -> 0),
                LIMITS,
                counters),
            channel.eventLoop());
    channel
        .pipeline()
        .addLast(
            new StreamChannels(
                DnsAsking.TCP,
                Optional.empty(),
                new DnsSockets(9),
                LIMITS,
                Map.of(channel.eventLoop(), desk)));
  }

  private void ask(String name) {
    byte[] query = Messages.edns(name, Type.A, 1232);
    channel.writeInbound(Unpooled.buffer().writeShort(query.length).writeBytes(query));
  }

  private Message received() {
    ByteBuf frame = channel.readOutbound();
    try {
      return Messages.read(ByteBufUtil.getBytes(frame.skipBytes(2)));
    } finally {
      frame.release();
    }
  }

  /** The name, another, the target with an address. */
  private static Message chain(Message query, String target) {
    Message answer = Zone.answer(query);
    answer.removeAllRecords(Section.ANSWER);
    Name asked = query.getQuestion().getName();
    Name between = Messages.name("between.test");
    Name end = Messages.name(target);
    answer.addRecord(new CNAMERecord(asked, DClass.IN, 60, between), Section.ANSWER);
    answer.addRecord(new CNAMERecord(between, DClass.IN, 60, end), Section.ANSWER);
    answer.addRecord(
        new ARecord(end, DClass.IN, 60, Worlds.addresses("192.0.2.1").get(0)), Section.ANSWER);
    return answer;
  }

  @Test
  void aListedNameBehindAnAliasIsCaughtFreshAndCached() {
    serve(new DnsEffect.Rcode(Dns.NXDOMAIN));
    for (int i = 0; i < 2; i++) {
      ask("alias.test");
      if (i == 0) {
        upstream.answerLast(query -> chain(query, "WWW.Blocked.test"));
      }
      Message answer = received();
      assertEquals(Dns.NXDOMAIN, answer.getRcode());
      assertEquals("alias.test.", answer.getQuestion().getName().toString());
      assertEquals("decision fb-2022-03-04, case meta", Messages.extendedError(answer).getText());
      assertEquals(0, answer.getSection(Section.ANSWER).size());
    }
    assertEquals(List.of("www.blocked.test", "www.blocked.test"), names());
    assertEquals(2, counters.answersRestricted());
    assertEquals(1, counters.cached());
    assertEquals(1, counters.forwarded());
    assertEquals(0, counters.restricted());
  }

  /** The first version lists the end of the chain, the second what is between: both restrict it. */
  @Test
  void oneVersionJudgesAllThatComesOfAQuery() {
    serve(new DnsEffect.Rcode(Dns.NXDOMAIN));
    Blocklist later = Blocklist.compile(2, List.of(rule("between.test")));
    ask("alias.test");
    enforcement.activate(later);
    upstream.answerLast(query -> chain(query, "blocked.test"));
    assertEquals("decision fb-2022-03-04, case meta", told(received()));
    ask("alias.test");
    assertEquals("decision later, case case", told(received()));
    enforcement.activate(Blocklist.compile(3, List.of(rule("other.test"))));
    ask("alias.test");
    assertEquals(Dns.NOERROR, received().getRcode());
    assertEquals(List.of("blocked.test", "between.test"), names());
  }

  /** The question is judged as well: one version must not let pass what only the other would. */
  @Test
  void aSwapWhileTheAnswerIsOnItsWayRestrictsNothingByHalves() {
    serve(new DnsEffect.Rcode(Dns.NXDOMAIN));
    enforcement.activate(Blocklist.EMPTY);
    ask("alias.test");
    enforcement.activate(Blocklist.compile(2, List.of(rule("alias.test"), rule("between.test"))));
    upstream.answerLast(query -> chain(query, "blocked.test"));
    assertEquals(Dns.NOERROR, received().getRcode());
    ask("alias.test");
    assertEquals(Dns.NXDOMAIN, received().getRcode());
  }

  private static Rule rule(String name) {
    Reason reason = new Reason.OfDecision("later", "case", "A", "B", "C");
    return new Rule(Matcher.of(name), Measure.BLOCK, reason);
  }

  private static String told(Message answer) {
    assertEquals(Dns.NXDOMAIN, answer.getRcode());
    return String.valueOf(Messages.extendedError(answer).getText());
  }

  private List<String> names() {
    return log.stream().map(Restriction::name).toList();
  }

  @Test
  void otherChainsGoOutAsTheyAre() {
    serve(new DnsEffect.Rcode(Dns.NXDOMAIN));
    ask("alias.test");
    upstream.answerLast(query -> chain(query, "example.org"));
    assertEquals(3, received().getSection(Section.ANSWER).size());
    ask("alias.test");
    assertEquals(3, received().getSection(Section.ANSWER).size());
    assertEquals(List.of(), log);
  }

  @Test
  void theOwnerAloneIsNotJudged() {
    serve(new DnsEffect.Rcode(Dns.NXDOMAIN));
    ask("blocked.test");
    upstream.answerLast(query -> chain(query, "example.org"));
    assertEquals(3, received().getSection(Section.ANSWER).size());
  }

  @Test
  void aDelayHoldsTheRestrictedAnswer() {
    DnsEffect forge = new DnsEffect.Forge(Worlds.addresses("192.0.2.66"), 60);
    serve(new DnsEffect.Delay(Duration.ofSeconds(2), forge));
    ask("alias.test");
    upstream.answerLast(query -> chain(query, "blocked.test"));
    assertNull(channel.readOutbound());
    channel.advanceTimeBy(2, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertEquals("192.0.2.66", received().getSection(Section.ANSWER).get(0).rdataToString());
  }

  @Test
  void silenceFreesItsPlace() {
    serve(new DnsEffect.Silence());
    for (int i = 0; i < 20; i++) {
      ask("alias" + i + ".test");
      assertEquals(1, upstream.waiting());
      upstream.answerLast(query -> chain(query, "blocked.test"));
      assertNull(channel.readOutbound());
    }
    assertEquals(20, counters.answersRestricted());
    assertEquals(0, counters.dropped());
  }
}
