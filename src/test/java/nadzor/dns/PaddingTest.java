package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import nadzor.wire.DnsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Type;

class PaddingTest {
  /** An OPT with an NSID option before one of padding, and with what the caller adds. */
  private static byte[] query(String options) {
    byte[] query = Messages.edns("a.test", Type.A, 1232);
    byte[] added = HexFormat.of().parseHex(options.replace(" ", ""));
    byte[] whole = Arrays.copyOf(query, query.length + added.length);
    System.arraycopy(added, 0, whole, query.length, added.length);
    Dns.u16(whole, query.length - 2, added.length);
    return whole;
  }

  private static boolean isDue(String options, DnsAsking asking) {
    DnsQuery query = Messages.parsed(query(options));
    query.question().at(asking, Place.RESOLVER);
    return Padding.isDue(query);
  }

  @ParameterizedTest
  @EnumSource(DnsAsking.class)
  void isDueWhereItHelps(DnsAsking asking) {
    boolean encrypted = asking == DnsAsking.TLS || asking == DnsAsking.HTTPS;
    assertEquals(encrypted, isDue("000c 0002 0000", asking));
    assertEquals(encrypted, isDue("0003 0001 00  000c 0000", asking));
    assertFalse(isDue("0003 0004 000c 0000", asking));
    assertFalse(isDue("0003 ffff 000c 0000", asking));
    assertFalse(isDue("", asking));
  }

  @Test
  void octetByOctet() {
    byte[] message = new byte[1024];
    Arrays.fill(message, (byte) 0x55);
    int opt = 448;
    int end = Dns.opt(message, opt, 0, false);
    assertEquals(468, Padding.append(message, opt, end, 4096));
    String expected = "000029 04d0 0000 0000 0009 000c 0005 0000000000".replace(" ", "");
    assertEquals(expected, HexFormat.of().formatHex(message, opt, 468));
    assertEquals(0x55, message[468]);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 4096, 468",
    "464, 4096, 468",
    "465, 4096, 936",
    "468, 4096, 936",
    "500,  700, 700",
    "500,  504, 504",
    "500,  503, 500",
  })
  void fillsTheBlockOrTheLimit(int length, int limit, int expected) {
    byte[] message = new byte[length + Padding.room()];
    assertEquals(expected, Padding.append(message, length - Dns.OPT_LENGTH, length, limit));
    assertTrue(expected <= length + Padding.room());
  }
}
