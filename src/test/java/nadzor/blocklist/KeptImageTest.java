package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What this program has kept itself is opened by its checksum. */
class KeptImageTest {
  private static byte[] image() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VersionImage.write(VersionImageTest.layered(), out);
    return out.toByteArray();
  }

  @Test
  void whatWasKeptIsTheSame() throws IOException {
    Blocklist kept = VersionImage.openKept(ByteBuffer.wrap(image()));
    Blocklist list = VersionImageTest.layered();
    assertEquals(list.contentHash(), kept.contentHash());
    assertEquals(list.size(), kept.size());
    assertEquals(list.counts(), kept.counts());
    assertEquals(new HashSet<>(list.rules()), new HashSet<>(kept.rules()));
  }

  @Test
  void everyDamageIsSeen() throws IOException {
    byte[] image = image();
    for (int at = 0; at < image.length; at++) {
      byte[] damaged = image.clone();
      damaged[at] ^= 0x10;
      assertThrows(
          BadVersionImage.class,
          () -> VersionImage.openKept(ByteBuffer.wrap(damaged)),
          "octet " + at);
    }
    byte[] cut = Arrays.copyOf(image, image.length - 1);
    assertThrows(BadVersionImage.class, () -> VersionImage.openKept(ByteBuffer.wrap(cut)));
  }

  /** The directory is looked at whatever the checksum says: nothing in it leads elsewhere. */
  @Test
  void aForgedDirectoryIsRefused() throws IOException {
    byte[] image = image();
    Entries names = VersionImageTest.layered().shelves().get(0).base().entries();
    int pool = VersionImage.HEADER + VersionImage.ENTRIES_HEADER + VersionImage.HASH;
    int directory = pool + names.pool().limit();
    for (int at = directory; at < directory + Directory.BLOCK; at++) {
      byte[] damaged = image.clone();
      damaged[at] ^= 0x40;
      CRC32C sum = new CRC32C();
      sum.update(damaged, VersionImage.LENGTH_AT, damaged.length - VersionImage.LENGTH_AT);
      ByteBuffer whole = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
      whole.putInt(VersionImage.CHECKSUM_AT, (int) sum.getValue());
      assertThrows(BadVersionImage.class, () -> VersionImage.openKept(ByteBuffer.wrap(damaged)));
    }
  }
}
