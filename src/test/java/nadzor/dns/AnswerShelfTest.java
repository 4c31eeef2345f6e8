package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AnswerShelfTest {
  private static final int DO = 0x8000;

  private final AtomicLong nanos = new AtomicLong(-5);
  private AnswerCache cache = new AnswerCache(1 << 20, nanos::get);
  private AnswerShelf shelf = new AnswerShelf(cache);

  private static Asked asked(byte[] query) {
    return Asked.of(Messages.parsed(query), 512);
  }

  /** An answer that tells the query's number. */
  private static StoredAnswer answer(byte[] query, int number, long ttl) {
    Message message = Messages.read(query);
    message.getHeader().setFlag(Flags.QR);
    message.addRecord(
        new ARecord(
            message.getQuestion().getName(),
            DClass.IN,
            ttl,
            Worlds.addresses("192.0.2." + number % 250).get(0)),
        Section.ANSWER);
    return StoredAnswer.of(message.toWire(), asked(query)).orElseThrow();
  }

  private void keep(byte[] query, int number, long ttl) {
    cache.put(asked(query).key(), answer(query, number, ttl));
  }

  private boolean finds(byte[] query) {
    return shelf.find(new QuestionProbe().set(Messages.parsed(query)));
  }

  private byte[] found(byte[] query) {
    assertTrue(finds(query), "found");
    byte[] out = new byte[512];
    return Arrays.copyOf(
        out, shelf.found().writeTo(out, asked(query), shelf.seconds(), Role.RESOLVER));
  }

  private static byte[] told(byte[] query, int number, long ttl, int age) {
    byte[] out = new byte[512];
    return Arrays.copyOf(
        out, answer(query, number, ttl).writeTo(out, asked(query), age, Role.RESOLVER));
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** Lets the cache forget what it has. */
  private void crowd() {
    for (int i = 0; i < 10_000; i++) {
      keep(Messages.plain("crowd" + i + ".test", Type.A), i, 100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "a.b", "WWW.Example.ORG", "one.label.or.three.test"})
  void tellsWhatTheCacheToldWithoutAskingItAgain(String name) {
    byte[] query = Messages.plain(name, Type.A);
    keep(query, 7, 100);
    pass(1);
    assertArrayEquals(told(query, 7, 100, 1), found(query));
    crowd();
    assertTrue(cache.get(asked(query).key()).isEmpty(), "the cache has forgotten it");
    pass(2);
    assertArrayEquals(told(query, 7, 100, 3), found(query));
  }

  @Test
  void whoeverAsksGetsHisOwnSpelling() {
    keep(Messages.plain("example.org", Type.A), 7, 100);
    for (String name : new String[] {"example.org", "EXAMPLE.org", "exAmple.oRg"}) {
      byte[] query = Messages.plain(name, Type.A);
      assertArrayEquals(told(query, 7, 100, 0), found(query));
      assertEquals(Messages.name(name).toString(), text(found(query)));
    }
    assertFalse(finds(Messages.plain("exampleorg", Type.A)));
    assertFalse(finds(Messages.plain("example\\.org", Type.A)));
  }

  private static String text(byte[] message) {
    return Messages.read(message).getQuestion().getName().toString();
  }

  /** A is 1 and SRV is 33, one bit apart: the bit that tells lower case from upper. */
  @Test
  void typesAndDnssecAreHeldApart() {
    byte[] a = Messages.edns("example.org", Type.A, 512);
    byte[] srv = Messages.edns("example.org", Type.SRV, 512);
    byte[] signed = Messages.edns("example.org", Type.A, 512, DO);
    assertEquals(digest(a), digest(srv));
    keep(a, 1, 100);
    keep(srv, 2, 100);
    keep(signed, 3, 100);
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(told(a, 1, 100, 0), found(a));
      assertArrayEquals(told(srv, 2, 100, 0), found(srv));
      assertArrayEquals(told(signed, 3, 100, 0), found(signed));
    }
  }

  private static int digest(byte[] query) {
    return new QuestionProbe().set(Messages.parsed(query)).digest();
  }

  @Test
  void anAnswerDiesAndANewOneTakesItsPlace() {
    byte[] query = Messages.plain("example.org", Type.A);
    keep(query, 1, 10);
    pass(9);
    assertArrayEquals(told(query, 1, 10, 9), found(query));
    pass(1);
    assertFalse(finds(query));
    keep(query, 2, 10);
    assertArrayEquals(told(query, 2, 10, 0), found(query));
    assertArrayEquals(told(query, 2, 10, 0), found(query));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200, 20_000, 100_000, 4 << 20})
  void aFullShelfStartsOverAndNeverMixesAnswersUp(long octets) {
    cache = new AnswerCache(octets, nanos::get);
    shelf = new AnswerShelf(cache);
    int hits = 0;
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 3_000; i++) {
        byte[] query = Messages.plain("n" + i + ".example.org", Type.A);
        keep(query, i, 100);
        for (int again = 0; again < 2 && finds(query); again++) {
          hits++;
          assertArrayEquals(told(query, i, 100, 0), found(query));
        }
        byte[] earlier = Messages.plain("n" + i * 7 % 3_000 + ".example.org", Type.A);
        if (finds(earlier)) {
          assertArrayEquals(told(earlier, i * 7 % 3_000, 100, 0), found(earlier));
        }
      }
    }
    assertTrue(octets > 200 ? hits == 18_000 : octets == 0 ? hits == 0 : hits > 0, hits + " hits");
  }
}
