package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class EchStripperTest {
  /** As cloudflare-ech.com publishes it, with a shorter configuration. */
  private static final String REAL =
      "0001 00  0001 0006 02683302 6832  0004 0004 c0000201  0005 0008 0006fe0d00020102"
          + "  0006 0010 20010db8000000000000000000000001";

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** An answer with one record of this type and data. */
  private static byte[] answer(int type, byte[] data) {
    byte[] head = Messages.plain("a.test", type);
    head[2] |= (byte) 0x80;
    Dns.u16(head, 0, 0);
    head[7] = 1;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    byte[] fixed = octets("c00c 0000 0001 0000003c 0000");
    Dns.u16(fixed, 2, type);
    Dns.u16(fixed, 10, data.length);
    all.writeBytes(fixed);
    all.writeBytes(data);
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {Type.SVCB, Type.HTTPS})
  void takesTheParameterOut(int type) {
    String expected =
        "0001 00  0001 0006 02683302 6832  0004 0004 c0000201"
            + "  0006 0010 20010db8000000000000000000000001";
    assertArrayEquals(
        answer(type, octets(expected)), EchStripper.strip(answer(type, octets(REAL))));
  }

  @ParameterizedTest
  @CsvSource({
    // alone among the mandatory, first, in the middle, last
    "0001 00 0000 0002 0005 0005 0001 ff,           0001 00",
    "0001 00 0000 0004 00050006 0005 0001 ff 0006 0000, 0001 00 0000 0002 0006 0006 0000",
    "0001 00 0000 0006 000100050006 0005 0000,      0001 00 0000 0004 00010006",
    "0001 00 0000 0004 00010005 0001 0003 026832 0005 0000, 0001 00 0000 0002 0001 0001 0003 026832",
    "0001 01780474657374 00 0005 0002 abcd,         0001 01780474657374 00",
  })
  void setsListsAndLengthsRight(String data, String expected) {
    assertArrayEquals(
        answer(Type.HTTPS, octets(expected)), EchStripper.strip(answer(Type.HTTPS, octets(data))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001 00 0001 0003 026832", // no ECH
        "0000 0178 0474657374 00", // alias form
        "0001 00 0005 0009 ff", // longer than the data
        "0001 00 0005", // no length
        "0001 00 0005 0001 ff 0001 0000", // keys descend
        "0001 00 0005 0000 0005 0000", // a key twice
        "0001 00 0000 0003 000500 0005 0000", // half a mandatory key
        "0001 00 0000 0000 0005 0000", // an empty list
        "0001 c00c 0005 0001 ff", // a compressed target
        "0001 3f 0005 0001 ff", // a target beyond the data
        "0001",
        "00",
        "",
      })
  void passesOnUntouchedWhatHasNoneOrIsMalformed(String data) {
    byte[] message = answer(Type.HTTPS, octets(data));
    assertSame(message, EchStripper.strip(message));
  }

  @Test
  void aMalformedRecordDoesNotShieldItsNeighbour() {
    byte[] first = answer(Type.HTTPS, octets("0001 00 0005 0009 ff"));
    byte[] second = answer(Type.HTTPS, octets("0001 00 0005 0001 ff"));
    byte[] expected = answer(Type.HTTPS, octets("0001 00"));
    int head = Messages.plain("a.test", Type.HTTPS).length;
    assertArrayEquals(
        joined(first, Arrays.copyOfRange(expected, head, expected.length)),
        EchStripper.strip(joined(first, Arrays.copyOfRange(second, head, second.length))));
  }

  private static byte[] joined(byte[] message, byte[] record) {
    byte[] both = Arrays.copyOf(message, message.length + record.length);
    System.arraycopy(record, 0, both, message.length, record.length);
    both[7]++;
    return both;
  }

  @Test
  void laterNamesPointToWhereTheyPointed() {
    Message message = Messages.read(answer(Type.HTTPS, octets(REAL)));
    List<Record> later =
        List.of(
            new CNAMERecord(
                Messages.name("one.example.org"), DClass.IN, 5, Messages.name("two.example.org")),
            new MXRecord(
                Messages.name("two.example.org"), DClass.IN, 5, 1, Messages.name("example.org")));
    later.forEach(record -> message.addRecord(record, Section.ADDITIONAL));
    Message stripped = Messages.read(EchStripper.strip(message.toWire()));
    assertEquals(later, stripped.getSection(Section.ADDITIONAL));
    assertEquals(
        message.toWire().length - 12, EchStripper.strip(message.toWire()).length, "key 5 alone");
  }

  @Test
  void garbageEndsSomehow() {
    Random random = new Random(9460);
    byte[] good = answer(Type.HTTPS, octets(REAL));
    for (int i = 0; i < 100_000; i++) {
      byte[] message = good.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        message[random.nextInt(message.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(message, random.nextInt(message.length + 1));
      EchStripper.strip(cut);
      assertEquals(true, EchStripper.strip(message).length <= message.length);
    }
  }
}
