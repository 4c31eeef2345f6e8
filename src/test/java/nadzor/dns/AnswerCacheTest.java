package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AnswerCacheTest {
  private final AtomicLong nanos = new AtomicLong(-5);

  private static Asked asked(byte[] query) {
    return Asked.of(Messages.parsed(query), 512);
  }

  private static StoredAnswer answer(byte[] query, long ttl) {
    Message message = Messages.read(query);
    message.getHeader().setFlag(Flags.QR);
    message.addRecord(
        new ARecord(
            message.getQuestion().getName(), DClass.IN, ttl, Worlds.addresses("192.0.2.1").get(0)),
        Section.ANSWER);
    return StoredAnswer.of(message.toWire(), asked(query)).orElseThrow();
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void anAnswerAgesAndDies() {
    AnswerCache cache = new AnswerCache(1 << 20, nanos::get);
    byte[] query = Messages.plain("example.org", Type.A);
    cache.put(asked(query).key(), answer(query, 10));
    pass(9);
    assertEquals(9, cache.get(asked(query).key()).orElseThrow().seconds());
    pass(1);
    assertTrue(cache.get(asked(query).key()).isEmpty());
    assertEquals(0, cache.size());
  }

  @Test
  void whatMayNotBeKeptIsNot() {
    AnswerCache cache = new AnswerCache(1 << 20, nanos::get);
    byte[] query = Messages.plain("example.org", Type.A);
    cache.put(asked(query).key(), answer(query, 0));
    assertEquals(0, cache.size());
  }

  @Test
  void isBounded() {
    AnswerCache cache = new AnswerCache(20_000, nanos::get);
    for (int i = 0; i < 5_000; i++) {
      byte[] query = Messages.plain("n" + i + ".example.org", Type.A);
      cache.put(asked(query).key(), answer(query, 10));
    }
    assertTrue(cache.size() > 20, cache.size() + " entries");
    assertTrue(cache.size() < 200, cache.size() + " entries");
    byte[] last = Messages.plain("n4999.example.org", Type.A);
    assertTrue(cache.get(asked(last).key()).isPresent());
  }

  @Test
  void theKeyIsNameTypeAndDo() {
    AnswerKey key = asked(Messages.plain("a.example.org", Type.A)).key();
    assertEquals(key, asked(Messages.plain("A.Example.ORG", Type.A)).key());
    assertEquals(key.hashCode(), asked(Messages.plain("A.Example.ORG", Type.A)).key().hashCode());
    assertNotEquals(key, asked(Messages.plain("a.example.org", Type.AAAA)).key());
    assertNotEquals(key, asked(Messages.plain("b.example.org", Type.A)).key());
    assertNotEquals(key, asked(Messages.edns("a.example.org", Type.A, 512, 0x8000)).key());
    assertNotEquals(key, asked(Messages.plain("a\\.example.org", Type.A)).key());
  }
}
