package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsQuestionParserTest {
  private static final String HEADER = "abcd 0100 0001 0000 0000 0000";
  private static final String WITH_ONE_MORE = "abcd 0100 0001 0000 0000 0001";
  private static final String NAME = "03575757 01610474657374 00"; // WWW.a.test
  private static final String TYPE_CLASS = "0001 0001";
  private static final String OPT = "00 0029 04d0 00 00 8000 0000";

  private final DnsQuery query = new DnsQuery();

  private static byte[] octets(String hex) {
    return BaseEncoding.base16().decode(hex.replace(" ", "").toUpperCase(Locale.ROOT));
  }

  private DnsReading parse(String hex) {
    byte[] octets = octets(hex);
    return DnsQuestionParser.parse(octets, 0, octets.length, query);
  }

  @Test
  void showsTheQuestionInLowerCase() {
    assertEquals(DnsReading.QUESTION, parse(HEADER + NAME + TYPE_CLASS));
    assertEquals(0xabcd, query.id());
    assertEquals(0x0100, query.flags());
    assertEquals("www.a.test", query.question().name().toString());
    assertEquals(1, query.question().type());
    assertEquals(1, query.questionClass());
    assertEquals(12 + 12 + 4, query.questionEnd());
    assertFalse(query.hasEdns());
    assertEquals(512, query.udpSize());
    assertEquals('W', query.buffer()[query.start() + 13]);
  }

  @Test
  void showsWhatEdnsSays() {
    assertEquals(DnsReading.QUESTION, parse(WITH_ONE_MORE + NAME + TYPE_CLASS + OPT));
    assertTrue(query.hasEdns());
    assertEquals(query.questionEnd(), query.ednsPosition());
    assertEquals(1232, query.udpSize());
    assertTrue(query.dnssecOk());
    assertEquals(0, query.ednsVersion());
  }

  @Test
  void aSmallEdnsSizeCountsAs512() {
    parse(WITH_ONE_MORE + NAME + TYPE_CLASS + "00 0029 0010 00 00 0000 0000");
    assertEquals(512, query.udpSize());
    assertFalse(query.dnssecOk());
  }

  /** An OPT record with a cookie (10), an empty option 15, and 3 octets of option 12. */
  @ParameterizedTest
  @CsvSource({"10, true", "15, true", "12, true", "8, false", "0, false", "65535, false"})
  void tellsWhichOptionsThereAre(int code, boolean there) {
    String options = "000a 0008 0001020304050607 000f 0000 000c 0003 000000";
    String opt = "00 0029 04d0 00 00 8000 0017";
    assertEquals(DnsReading.QUESTION, parse(WITH_ONE_MORE + NAME + TYPE_CLASS + opt + options));
    assertEquals(there, query.hasOption(code));
  }

  @ParameterizedTest
  @CsvSource({
    "0003 000f00, 15, false",
    "0004 000f0001, 15, false",
    "0005 000f000100, 15, true",
    "0008 000a0001000f0000, 15, false",
    "0006 000effff000f, 15, false",
    "0000 000f0000, 15, false",
  })
  void anOptionEndsWithItsRecord(String rest, int code, boolean there) {
    String opt = "00 0029 04d0 00 00 8000";
    assertEquals(DnsReading.QUESTION, parse(WITH_ONE_MORE + NAME + TYPE_CLASS + opt + rest));
    assertEquals(there, query.hasOption(code));
  }

  @Test
  void withoutEdnsThereIsNoOption() {
    parse(HEADER + NAME + TYPE_CLASS);
    assertFalse(query.hasOption(0));
  }

  @Test
  void readsInTheMiddleOfAnArray() {
    byte[] message = octets(HEADER + NAME + TYPE_CLASS);
    byte[] around = new byte[message.length + 20];
    Arrays.fill(around, (byte) 0x7f);
    System.arraycopy(message, 0, around, 7, message.length);
    assertEquals(DnsReading.QUESTION, DnsQuestionParser.parse(around, 7, message.length, query));
    assertEquals("www.a.test", query.question().name().toString());
  }

  @Test
  void theRootHasAnEmptyName() {
    assertEquals(DnsReading.QUESTION, parse(HEADER + "00" + "0002 0001"));
    assertTrue(query.question().name().isEmpty());
  }

  @Test
  void aDotInsideALabelIsNoSeparator() {
    // One label "a.test" against the two labels "a", "test".
    assertEquals(DnsReading.QUESTION, parse(HEADER + "06612e74657374 00" + TYPE_CLASS));
    assertNotEquals("a.test", query.question().name().toString());
    assertEquals(6, query.question().name().length());
    String seen = query.question().name().toString();
    assertFalse(seen.contains("."), seen);
  }

  @Test
  void forgetsTheQueryBefore() {
    parse(WITH_ONE_MORE + NAME + TYPE_CLASS + OPT);
    assertEquals(DnsReading.MALFORMED, parse(HEADER + "ff"));
    assertEquals(0, query.questionEnd());
    assertFalse(query.hasEdns());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing             | ''                                             | NOT_A_QUERY",
        "half a header       | abcd01000001                                   | NOT_A_QUERY",
        "an answer           | abcd 8180 0001 0000 0000 0000 0000010001       | NOT_A_QUERY",
        "a NOTIFY            | abcd 2100 0001 0000 0000 0000 0000060001       | UNSUPPORTED",
        "an UPDATE           | abcd 2800 0001 0000 0000 0000 0000060001       | UNSUPPORTED",
        "no question         | abcd 0100 0000 0000 0000 0000                  | MALFORMED",
        "two questions       | abcd 0100 0002 0000 0000 0000 00000100010000010001 | MALFORMED",
        "no name             | abcd 0100 0001 0000 0000 0000                  | MALFORMED",
        "a label cut off     | abcd 0100 0001 0000 0000 0000 0561            | MALFORMED",
        "no root             | abcd 0100 0001 0000 0000 0000 0161            | MALFORMED",
        "compression         | abcd 0100 0001 0000 0000 0000 c00c 0001 0001   | MALFORMED",
        "a pointer in a name | abcd 0100 0001 0000 0000 0000 0161 c00c 0001 0001 | MALFORMED",
        "a label kind 0x40   | abcd 0100 0001 0000 0000 0000 4161 00 0001 0001 | MALFORMED",
        "no class            | abcd 0100 0001 0000 0000 0000 00 0001 00       | MALFORMED",
        "a missing record    | abcd 0100 0001 0000 0000 0001 00 0001 0001     | MALFORMED",
        "a broken record     | abcd 0100 0001 0000 0000 0001 00 0001 0001 00 0029 04d0 00000000 0005 | MALFORMED",
        "two OPT             | abcd 0100 0001 0000 0000 0002 00 0001 0001 0000290200000000000000 0000290200000000000000 | MALFORMED",
        "OPT with an owner   | abcd 0100 0001 0000 0000 0001 00 0001 0001 016100 0029 0200 00000000 0000 | MALFORMED",
        "OPT as an answer    | abcd 0100 0001 0001 0000 0000 00 0001 0001 0000290200000000000000 | MALFORMED",
        "too many records    | abcd 0100 0001 0000 0000 0011 00 0001 0001     | MALFORMED",
        "a record before OPT | abcd 0100 0001 0000 0000 0002 00 0001 0001 c00c 0001 0001 00000000 0000 0000290200000000000000 | QUESTION",
        "octets at the end   | abcd 0100 0001 0000 0000 0000 00 0001 0001 ffff | QUESTION",
      })
  void tellsWhatItIs(String what, String hex, DnsReading expected) {
    assertEquals(expected, parse(hex), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40, 0x7f, 0x80, 0xc0, 0xff})
  void aLabelHas63OctetsAtMostHoweverManyFollow(int label) {
    String name = String.format("%02x", label) + "61".repeat(label) + "00";
    assertEquals(DnsReading.MALFORMED, parse(HEADER + name + TYPE_CLASS));
  }

  static Stream<Arguments> lengths() {
    // Labels of 63, 63, 63 and n octets: 3 * 64 + 1 + n + 1 octets with the root.
    return Stream.of(
        Arguments.of(61, DnsReading.QUESTION, 253), Arguments.of(62, DnsReading.MALFORMED, 0));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void aNameHas255OctetsAtMost(int lastLabel, DnsReading expected, int textLength) {
    String label = "3f" + "61".repeat(63);
    String last = String.format("%02x", lastLabel) + "61".repeat(lastLabel);
    assertEquals(expected, parse(HEADER + label.repeat(3) + last + "00" + TYPE_CLASS));
    if (textLength > 0) {
      assertEquals(textLength, query.question().name().length());
    }
  }

  @Test
  void textIsWhatTheWireSays() {
    byte[] message = octets(HEADER + NAME + TYPE_CLASS);
    DnsQuestionParser.parse(message, 0, message.length, query);
    byte[] seen = query.question().name().toString().getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(10, seen.length);
  }
}
