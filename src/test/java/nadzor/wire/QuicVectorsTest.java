package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client Initials of RFC 9001 appendix A.2 and RFC 9369 appendix A.2, octet by octet. */
class QuicVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** The plain text is the CRYPTO frame of the RFC and PADDING up to 1,162 octets. */
  private static byte[] plain() throws IOException {
    return Arrays.copyOf(file("rfc9001-a2-crypto-frame"), 1162);
  }

  private static byte[] file(String name) throws IOException {
    String text = Files.readString(Path.of("test-data/quic", name + ".hex"));
    return HEX.parseHex(text.replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "V1, 1f369613dd76d5467730efcbe3b1a22d, fa044b2f42a3fd3b46fb255c,"
        + " 9f50449e04a0e810283a1e9933adedd2",
    "V2, 8b1a0bc121284290a29e0971b5cd045d, 91f73e2351d8fa91660e909f,"
        + " 45b95e15235d6f45a6b19cbcb0294ba9",
  })
  void derivesTheKeys(QuicVersion version, String key, String iv, String hp) {
    QuicKeys keys = new QuicKeys(version, QuicBytes.DCID);
    assertEquals(key, HEX.formatHex(keys.key()));
    assertEquals(iv, HEX.formatHex(keys.iv()));
    assertEquals(hp, HEX.formatHex(keys.hp()));
  }

  @ParameterizedTest
  @CsvSource({"V1, rfc9001-a2-packet", "V2, rfc9369-a2-packet"})
  void opensThePacket(QuicVersion version, String file) throws IOException {
    byte[] packet = file(file);
    QuicHeader header = QuicHeader.read(packet, 0, packet.length).orElseThrow();
    QuicHeader.Body body = header.body(version, packet, packet.length).orElseThrow();
    QuicKeys keys = new QuicKeys(version, header.dcid());
    assertArrayEquals(plain(), QuicProtection.open(keys, packet, header, body).orElseThrow());
    assertEquals("example.com", QuicInitialParserTest.name(packet));
  }

  @ParameterizedTest
  @CsvSource({
    "V1, rfc9001-a2-packet, c300000001088394c8f03e5157080000449e00000002",
    "V2, rfc9369-a2-packet, d36b3343cf088394c8f03e5157080000449e00000002",
  })
  void theTestsOwnSealIsThatOfTheRfc(QuicVersion version, String file, String header)
      throws IOException {
    assertArrayEquals(
        file(file), QuicBytes.seal(version, QuicBytes.DCID, HEX.parseHex(header), 2, plain()));
  }
}
