package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Mutated queries: nothing throws, nothing points outside, and dnsjava reads the same names. */
class DnsQuestionFuzzTest {
  private static final long SEED = 20220304L;
  private static final int ROUNDS = 300_000;

  private final DnsQuery query = new DnsQuery();

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : List.of("www.facebook.com.", "xn--e1afmkfd.test.", ".", "a\\.b.test.")) {
      Message message =
          Message.newQuery(Record.newRecord(Name.fromString(name), Type.AAAA, DClass.IN));
      all.add(message.toWire());
      message.addRecord(new OPTRecord(1232, 0, 0, 0x8000), 3);
      all.add(message.toWire());
    }
    return all;
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] octets = Arrays.copyOf(seed, Math.max(0, seed.length + random.nextInt(9) - 4));
    for (int i = random.nextInt(4); i > 0 && octets.length > 0; i--) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    return octets;
  }

  @Test
  void neverThrowsAndNeverPointsOutside() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> corpus = corpus();
    int questions = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] octets = mutated(corpus.get(random.nextInt(corpus.size())), random);
      if (DnsQuestionParser.parse(octets, 0, octets.length, query) == DnsReading.QUESTION) {
        questions++;
        assertTrue(query.questionEnd() <= octets.length);
        assertTrue(query.ednsPosition() + 11 <= octets.length || !query.hasEdns());
        assertTrue(query.question().name().length() <= 253);
      }
    }
    assertTrue(questions > ROUNDS / 10, "only " + questions + " of " + ROUNDS + " were questions");
  }

  @Test
  void readsWhatDnsjavaReads() throws IOException {
    Random random = new Random(SEED + 1);
    List<byte[]> corpus = corpus();
    int compared = 0;
    for (int i = 0; i < ROUNDS / 10; i++) {
      byte[] octets = mutated(corpus.get(random.nextInt(corpus.size())), random);
      if (DnsQuestionParser.parse(octets, 0, octets.length, query) == DnsReading.QUESTION) {
        compared += compare(octets) ? 1 : 0;
      }
    }
    assertTrue(compared > ROUNDS / 200, "only " + compared + " were compared");
  }

  /** Names with octets that dnsjava's text escapes are left out. */
  private boolean compare(byte[] octets) {
    Record theirs;
    try {
      theirs = new Message(octets).getQuestion();
    } catch (IOException | IllegalArgumentException e) {
      return false; // dnsjava also reads what the records hold, and refuses some types and classes
    }
    String name = theirs.getName().toString(true).toLowerCase(Locale.ROOT);
    if (name.indexOf('\\') >= 0) {
      return false;
    }
    assertEquals(name.equals(".") ? "" : name, query.question().name().toString());
    assertEquals(theirs.getType(), query.question().type());
    assertEquals(theirs.getDClass(), query.questionClass());
    return true;
  }
}
