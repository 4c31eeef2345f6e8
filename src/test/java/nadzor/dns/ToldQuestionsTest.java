package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.DnsEffect;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowEvent;
import nadzor.censor.FlowLog;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Each question is told once, with what was said of it. */
class ToldQuestionsTest implements FlowLog {
  private final EmbeddedChannel channel = new FromClient();
  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final List<FlowEvent.Asked> told = new ArrayList<>();

  @Override
  public boolean isWanted() {
    return told.size() < 2;
  }

  @Override
  public long nextFlow() {
    return told.size() + 1L;
  }

  @Override
  public void tell(FlowEvent event) {
    told.add((FlowEvent.Asked) event);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void serve(Enforcement enforcement) {
    channel.freezeTime();
    ResolverLimits limits = new ResolverLimits(1 << 20, 3, 1, 1, Duration.ofSeconds(1));
    DnsService.Settings settings =
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(Worlds.told(enforcement, this)),
            upstream,
            new AnswerCache(1 << 20, () -> 0),
            limits,
            counters);
    Desk desk = new Desk(settings, channel.eventLoop());
    channel
        .pipeline()
        .addLast(
            new StreamChannels(
                DnsAsking.TCP,
                Optional.empty(),
                new DnsSockets(9),
                limits,
                Map.of(channel.eventLoop(), desk)));
  }

  private void ask(String name) {
    byte[] query = Messages.edns(name, Type.AAAA, 1232);
    channel.writeInbound(Unpooled.buffer().writeShort(query.length).writeBytes(query));
  }

  private FlowEvent.Asked last() {
    return told.get(told.size() - 1);
  }

  @Test
  void aRestrictedQuestionNamesItsDecisionAndCase() {
    serve(Worlds.enforcing(new Effect(new DnsEffect.Rcode(Dns.NXDOMAIN))));
    ask("WWW.blocked.test");
    FlowEvent.Asked asked = last();
    assertEquals("www.blocked.test", asked.judgement().name());
    assertEquals(Optional.of("fb-2022-03-04"), asked.judgement().decision());
    assertEquals(Optional.of("meta"), asked.judgement().caseFile());
    assertEquals("tcp", asked.asking());
    assertEquals("resolver", asked.place());
    assertEquals(Type.AAAA, asked.type());
    assertEquals("net", asked.network());
    assertEquals(1, asked.judgement().version());
  }

  @Test
  void aQuestionThatPassesIsToldOnceAndPastTheRoomNotAtAll() {
    serve(Worlds.enforcing(new Effect(new DnsEffect.Rcode(Dns.NXDOMAIN))));
    ask("open.test");
    assertEquals(1, told.size());
    assertTrue(last().judgement().isPass());
    upstream.answerLast(Zone::answer);
    ask("blocked.test");
    ask("blocked.test");
    assertEquals(2, told.size());
    assertEquals(2, counters.restricted());
  }

  @Test
  void whereAnswersAreReadTheirJudgementIsTold() {
    serve(Worlds.reading(new Effect(new DnsEffect.Rcode(Dns.NXDOMAIN)), log -> {}));
    ask("alias.test");
    assertEquals(0, told.size());
    upstream.answerLast(query -> alias(query, "www.blocked.test"));
    assertEquals("dns-answer", last().judgement().on());
    assertEquals("alias.test", last().judgement().name());
    ask("other.test");
    upstream.answerLast(query -> alias(query, "www.open.test"));
    assertEquals(2, told.size());
    assertTrue(last().judgement().isPass());
  }

  private static Message alias(Message query, String target) {
    Message answer = Zone.answer(query);
    answer.removeAllRecords(Section.ANSWER);
    answer.addRecord(
        new CNAMERecord(query.getQuestion().getName(), DClass.IN, 60, Messages.name(target)),
        Section.ANSWER);
    answer.addRecord(
        new ARecord(Messages.name(target), DClass.IN, 60, Worlds.addresses("192.0.2.1").get(0)),
        Section.ANSWER);
    return answer;
  }
}
