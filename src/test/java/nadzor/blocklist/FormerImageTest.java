package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;

/** A version that a program of the time of format 1 wrote: a base and an overlay, all kinds. */
class FormerImageTest {
  private static final String HASH =
      "16adf71a6d964183f27754f0559ce3c430182dab00de8d315040db137aa2d59a";

  private static byte[] former() throws IOException {
    return Files.readAllBytes(Path.of("test-data/lists/format-1/layered.nbl"));
  }

  private static List<String> rules(Blocklist list) {
    return list.rules().stream().map(Rule::toString).sorted().toList();
  }

  @Test
  void itsRulesAreLaidOutAnew() throws IOException {
    assertTrue(VersionImage.isFormer(ByteBuffer.wrap(former())));
    for (Blocklist list :
        List.of(
            VersionImage.open(ByteBuffer.wrap(former())),
            VersionImage.openKept(ByteBuffer.wrap(former())))) {
      assertEquals(HASH, list.contentHash());
      assertEquals(7, list.number());
      assertEquals(74, list.size());
      List<String> rules = rules(list);
      assertTrue(
          rules.containsAll(
              List.of(
                  "block a.test (first.txt:1)",
                  "throttle a.test (second.txt:301)",
                  "block .e.test (d-1)",
                  "block f.test (p#4)",
                  "block g.test (late.txt:9)",
                  "throttle 192.0.2.0/24 (late.txt:10)",
                  "block [2001:db8::1]:1000-2000 (first.txt:7)")),
          rules::toString);
      assertFalse(rules.toString().contains(".b.test"), "which its overlay takes away");
      assertEquals(1, list.orders(NameView.of("x.e.test")));
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      VersionImage.write(list, written);
      assertFalse(VersionImage.isFormer(ByteBuffer.wrap(written.toByteArray())));
      Blocklist again = VersionImage.open(ByteBuffer.wrap(written.toByteArray()));
      assertEquals(rules, rules(again));
    }
  }

  /** Whatever octet is another one, with a right checksum: refused, or of no meaning. */
  @Test
  void nothingIsBelievedOfIt() throws IOException {
    byte[] good = former();
    int refused = 0;
    for (int at = VersionImage.HEADER; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0x55;
      try {
        assertEquals(HASH, VersionImage.open(ByteBuffer.wrap(sealed(bad))).contentHash(), "" + at);
      } catch (BadVersionImage e) {
        refused++;
      }
    }
    assertTrue(refused > good.length / 2, refused + " of " + good.length);
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    assertThrows(BadVersionImage.class, () -> VersionImage.open(ByteBuffer.wrap(cut)));
    good[good.length - 1] ^= 1;
    assertThrows(BadVersionImage.class, () -> VersionImage.open(ByteBuffer.wrap(good)));
  }

  @Test
  void aFormatToComeIsRefused() throws IOException {
    byte[] later = former();
    ByteBuffer.wrap(later)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(VersionImage.FORMAT_AT, VersionImage.FORMAT + 1);
    assertFalse(VersionImage.isFormer(ByteBuffer.wrap(later)));
    assertFalse(VersionImage.isFormer(ByteBuffer.allocate(11)));
    BadVersionImage bad =
        assertThrows(BadVersionImage.class, () -> VersionImage.open(ByteBuffer.wrap(later)));
    assertTrue(String.valueOf(bad.getMessage()).contains("reads formats 1 and 2"), "" + bad);
  }

  private static byte[] sealed(byte[] image) {
    CRC32C checksum = new CRC32C();
    checksum.update(image, VersionImage.LENGTH_AT, image.length - VersionImage.LENGTH_AT);
    ByteBuffer.wrap(image)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(VersionImage.CHECKSUM_AT, (int) checksum.getValue());
    return image;
  }
}
