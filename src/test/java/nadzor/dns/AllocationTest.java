package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.flow.DnsAsking;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import nadzor.wire.DnsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Counts what a restricted query allocates from its octets to the octets of its answer. */
class AllocationTest {
  private static final int QUERIES = 100_000;

  /** Class loading and the compiler's own doings; less than a third of an octet per query. */
  private static final long SLACK = 32 * 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A channel without a channel. */
  private static final class Nobody implements Asker {
    private final InetSocketAddress client = Endpoint.of("127.0.0.1", 53).toSocketAddress();

    @Override
    public DnsAsking asking() {
      return DnsAsking.UDP;
    }

    @Override
    public InetSocketAddress client() {
      return client;
    }

    @Override
    public int limit(DnsQuery query) {
      return query.udpSize();
    }

    @Override
    public ReturnPath later() {
      throw new AssertionError("an answer that leaves at once needs no way back");
    }
  }

  static List<DnsAction> actions() {
    return List.of(new Rcode("nxdomain", 3), new Forge(Worlds.addresses("127.30.1.80"), 10));
  }

  private static Desk desk(DnsAction action) {
    return desk(action, new AnswerCache(0, () -> 0));
  }

  private static Desk desk(DnsAction action, AnswerCache cache) {
    ResolverLimits limits = new ResolverLimits(0, 1, 1, 1, Duration.ofSeconds(1));
    return new Desk(
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(Worlds.enforcing(action)),
            LocalUpstream.of(query -> query),
            cache,
            limits,
            new ResolverCounters()),
        new EmbeddedChannel().eventLoop());
  }

  private static long serve(Desk desk, byte[] query, int times) {
    Nobody nobody = new Nobody();
    long octets = 0;
    for (int i = 0; i < times; i++) {
      System.arraycopy(query, 0, desk.in(), 0, query.length);
      octets += desk.serve(query.length, nobody);
    }
    return octets;
  }

  @ParameterizedTest
  @MethodSource("actions")
  void aRestrictedQueryAllocatesNothing(DnsAction action) {
    Desk desk = desk(action);
    byte[] query = Messages.edns("www.blocked.test", Type.A, 1232);
    serve(desk, query, QUERIES);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long octets = serve(desk, query, QUERIES);
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertTrue(octets > QUERIES * 60L, "answers were written");
    assertTrue(allocated < SLACK, allocated + " octets were allocated for " + QUERIES + " queries");
  }

  @Test
  void aQueryAnsweredFromTheCacheAllocatesNothing() {
    byte[] query = Messages.edns("www.open.test", Type.A, 1232);
    AnswerCache cache = new AnswerCache(1 << 20, () -> 0);
    Asked asked = Asked.of(Messages.parsed(query), 1232);
    cache.put(asked.key(), StoredAnswer.of(answer(query), asked).orElseThrow());
    Desk desk = desk(new Rcode("nxdomain", 3), cache);
    serve(desk, query, QUERIES);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long octets = serve(desk, query, QUERIES);
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertTrue(octets > QUERIES * 50L, "answers were written");
    assertTrue(allocated < SLACK, allocated + " octets were allocated for " + QUERIES + " queries");
  }

  private static byte[] answer(byte[] query) {
    Message answer = Messages.read(query);
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(
        new ARecord(
            answer.getQuestion().getName(), DClass.IN, 60, Worlds.addresses("192.0.2.1").get(0)),
        Section.ANSWER);
    return answer.toWire();
  }

  @Test
  void theCountSeesAllocations() {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    byte[] some = new byte[1 << 20];
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertEquals(1 << 20, some.length);
    assertTrue(allocated >= some.length);
  }
}
