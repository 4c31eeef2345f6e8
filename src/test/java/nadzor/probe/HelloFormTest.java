package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ways to write a ClientHello put on the wire, and that JSSE answers them. */
class HelloFormTest {
  private static final FakeServer.Script ORIGIN =
      new FakeTls(
          Laboratory.CA.issue(Laboratory.HOST),
          Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));

  /** The records of what was sent, as far as they are in the clear. */
  private static List<byte[]> records(byte[] sent) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(sent);
    while (in.remaining() >= 5) {
      byte[] record = new byte[5 + in.getShort(in.position() + 3)];
      in.get(record);
      records.add(record);
    }
    return records;
  }

  private static String latin(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  /** The extensions of the first hello by type. */
  private static Map<Integer, byte[]> extensions(byte[] record) {
    ByteBuffer in = ByteBuffer.wrap(record).position(5 + 4 + 2 + 32);
    in.position(in.position() + 1 + in.get(in.position()));
    in.position(in.position() + 2 + in.getShort(in.position()));
    in.position(in.position() + 1 + in.get(in.position()) + 2);
    Map<Integer, byte[]> found = new TreeMap<>();
    while (in.hasRemaining()) {
      int type = in.getShort() & 0xffff;
      byte[] content = new byte[in.getShort()];
      in.get(content);
      found.put(type, content);
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "split-hello",
        "hello-pieces",
        "record-fragments",
        "record-fragments-and-segments",
        "padded-hello",
        "ccs-first",
        "scrambled-first",
        "no-sni",
        "other-sni",
        "upper-case-sni",
        "ech-grease"
      })
  void leadsToAPage(String technique) throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit(technique);
      assertEquals(Optional.empty(), seen.death());
      assertEquals("Facebook (laboratory)", seen.answer().orElseThrow().title().orElseThrow());
      assertEquals("TLSv1.3", seen.tls().orElseThrow().version().orElseThrow());
      assertEquals(2, seen.tls().orElseThrow().peerCertificates().size());
    }
  }

  private static List<byte[]> segments(String technique) throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit(technique);
      return rig.tap.segments();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain, www.facebook.com",
    "other-sni, www.neutral.test",
    "upper-case-sni, WWW.FACEBOOK.COM",
    "trailing-dot, www.facebook.com.",
    "padded-hello, www.facebook.com",
    "ech-grease, www.facebook.com",
    "ech, www.neutral.test",
    "no-sni,"
  })
  void theNameOnTheWire(String technique, String name) throws IOException {
    byte[] first = segments(technique).get(0);
    Optional<String> seen = HelloReader.serverName(first).map(HelloReader.Found::name);
    assertEquals(Optional.ofNullable(name), seen);
    assertEquals("no-sni".equals(technique), !extensions(first).containsKey(0));
  }

  @Test
  void piecesAreSmall() throws IOException {
    List<byte[]> segments = segments("hello-pieces");
    int hello = records(Octets.join(segments.toArray(byte[][]::new))).get(0).length;
    int pieces = (hello + 63) / 64;
    assertTrue(pieces > 3, "a hello of " + hello);
    assertTrue(segments.subList(0, pieces - 1).stream().allMatch(each -> each.length == 64));
    assertEquals(hello - 64 * (pieces - 1), segments.get(pieces - 1).length);
  }

  @Test
  void fragmentsAreTwoRecordsOfOneSegmentWithHalfANameEach() throws IOException {
    List<byte[]> records = records(segments("record-fragments").get(0));
    assertEquals(2, records.size());
    assertTrue(latin(records.get(0)).endsWith("www.face"));
    assertTrue(latin(records.get(1)).startsWith("book.com", 5));
    assertEquals(22, records.get(1)[0]);
  }

  @Test
  void fragmentsAndSegmentsAreCutAtDifferentPlaces() throws IOException {
    List<byte[]> segments = segments("record-fragments-and-segments");
    byte[] first = segments.get(0);
    byte[] whole = Octets.join(first, segments.get(1));
    assertEquals(2, records(whole).size());
    assertEquals(first.length - 2, records(whole).get(0).length);
    assertTrue(latin(first).contains("www.face"));
    assertTrue(latin(segments.get(1)).substring(3).startsWith("book.com"));
  }

  @Test
  void aChangeCipherSpecComesFirstInTheSameSegment() throws IOException {
    byte[] first = segments("ccs-first").get(0);
    assertArrayEquals(new byte[] {20, 3, 3, 0, 1, 1}, Arrays.copyOf(first, 6));
    assertEquals(22, first[6]);
    assertTrue(latin(first).contains("www.facebook.com"));
  }

  @Test
  void aScrambledRecordComesFirstInASegmentOfItsOwn() throws IOException {
    List<byte[]> segments = segments("scrambled-first");
    assertTrue(segments.get(0).length >= 101);
    assertTrue(segments.get(0)[0] < 20, "no type of TLS");
    assertEquals(22, segments.get(1)[0]);
  }

  @Test
  void aPaddedHelloIsLongerThanOneSegment() throws IOException {
    byte[] record = records(segments("padded-hello").get(0)).get(0);
    assertTrue(record.length > 1460, "" + record.length);
    byte[] padding = extensions(record).getOrDefault(HelloWriter.PADDING, new byte[] {1});
    assertArrayEquals(new byte[padding.length], padding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ech-grease", "ech"})
  void anEncryptedHelloIsInIt(String technique) throws IOException {
    byte[] ech = extensions(segments(technique).get(0)).getOrDefault(HelloWriter.ECH, new byte[0]);
    // Outer kind, HKDF-SHA256 with AES-128-GCM, an id, a key of 32, a payload.
    assertEquals(1 + 4 + 1 + 2 + 32 + 2 + HelloWriter.ECH_PAYLOAD, ech.length);
    assertArrayEquals(new byte[] {0, 0, 1, 0, 1}, Arrays.copyOf(ech, 5));
  }

  @Test
  void theOuterHelloEndsWithTheServersHello() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit("ech");
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Optional.empty(), seen.http());
      assertEquals(Optional.of("www.neutral.test"), seen.tls().flatMap(TlsStep::serverName));
      assertEquals("a ServerHello", Assessment.of(seen, seen).why());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stranger, ssl_unknown_authority",
    "wrong name, ssl_invalid_hostname",
    "expired, ssl_invalid_certificate",
    "chain of 200, ssl_failed_handshake"
  })
  void theHandmadeClientVerifiesAsTheOtherDoes(String what, String failure) throws IOException {
    var keys =
        switch (what) {
          case "stranger" -> new TestCa("stranger").issue(Laboratory.HOST);
          case "wrong name" -> Laboratory.CA.issue("vk.com");
          case "expired" -> Laboratory.CA.issueExpired(Laboratory.HOST);
          default -> Laboratory.CA.issueLongChain(200, Laboratory.HOST);
        };
    try (Rig rig = new Rig(new FakeTls(keys, Scripts.silence()))) {
      for (String technique : List.of("padded-hello", "plain")) {
        Observation seen = rig.visit(technique);
        assertEquals(failure + " at tls", seen.death().orElseThrow().toString(), technique);
        assertEquals(Outcome.DOWN, Assessment.of(seen, seen).outcome());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reset, connection_reset",
    "end, eof_error",
    "silence, generic_timeout_error",
    "a block page, ssl_failed_handshake",
    "an alert, ssl_failed_handshake",
    "garbage, ssl_failed_handshake",
    "half a record, generic_timeout_error",
    "endless records, ssl_failed_handshake"
  })
  void theHandmadeClientEndsInANamedFailure(String what, String failure) throws IOException {
    FakeServer.Script script =
        switch (what) {
          case "reset" -> Scripts.resetAfterFirstBytes();
          case "end" -> Scripts.eof();
          case "silence" -> Scripts.silence();
          case "a block page" -> Scripts.say(Scripts.page(200, "no", "no"));
          case "an alert" -> Scripts.say("\25\3\3\0\2\2\50");
          case "garbage" -> Scripts.say("x".repeat(70_000));
          case "half a record" -> Scripts.say("\26\3\3\40\0half");
          default -> Scripts.endless("", "\26\3\3\0\4\0\377\377\377");
        };
    try (Laboratory laboratory = Laboratory.with(script)) {
      Observation seen = laboratory.visit("padded-hello", Laboratory.limits());
      assertEquals(failure + " at tls", seen.death().orElseThrow().toString());
    }
  }
}
