package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import nadzor.wire.DnsReading;

/** The query of one datagram. */
public final class DnsQuestionFuzz {
  private DnsQuestionFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    String alone = shown(data, 0, data.length);
    byte[] around = new byte[data.length + 40];
    Arrays.fill(around, (byte) 0xff);
    System.arraycopy(data, 0, around, 20, data.length);
    assertEquals(alone, shown(around, 20, data.length), "octets around the message count");
  }

  private static String shown(byte[] octets, int offset, int length) {
    DnsQuery query = new DnsQuery();
    DnsReading reading = DnsQuestionParser.parse(octets, offset, length, query);
    if (reading != DnsReading.QUESTION) {
      return reading.toString();
    }
    assertTrue(query.questionEnd() <= length, "the question ends within the message");
    assertTrue(!query.hasEdns() || query.ednsPosition() + 11 <= length, "OPT lies within it");
    assertTrue(query.question().name().length() <= 253, "a name of 253 octets at most");
    return query.question().name()
        + " "
        + query.question().type()
        + " "
        + query.questionClass()
        + " "
        + query.udpSize()
        + options(query);
  }

  private static String options(DnsQuery query) {
    StringBuilder codes = new StringBuilder();
    for (int code : new int[] {0, 3, 8, 10, 12, 15, 0xffff}) {
      codes.append(query.hasOption(code) ? " " + code : "");
    }
    return codes.toString();
  }
}
