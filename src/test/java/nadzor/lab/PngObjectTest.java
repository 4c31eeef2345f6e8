package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngObjectTest {
  @ParameterizedTest
  @ValueSource(ints = {100, 101, 137, 1000, 65_535, 65_700, 131_300, 400_000, 1_000_003})
  void isAPictureOfExactlyThatSize(int size) throws IOException {
    byte[] octets = PngObject.of(size, 42);
    assertEquals(size, octets.length);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(octets));
    assertNotNull(image, "a reader recognises it");
    assertEquals(image.getWidth(), image.getHeight());
    int tenth = size - image.getWidth() * image.getWidth() * 3;
    assertEquals(true, tenth < Math.max(200, size / 10), "most of it is pixels, not filling");
  }

  /** Browsers refuse a chunk with a wrong checksum; ImageIO does not look. */
  @Test
  void everyChunkHasItsChecksum() {
    ByteBuffer png = ByteBuffer.wrap(PngObject.of(70_000, 3)).position(8);
    StringBuilder types = new StringBuilder();
    while (png.hasRemaining()) {
      int length = png.getInt();
      CRC32 sum = new CRC32();
      sum.update(png.slice(png.position(), 4 + length));
      byte[] type = new byte[4];
      png.get(type).position(png.position() + length);
      types.append(new String(type, StandardCharsets.US_ASCII)).append(' ');
      assertEquals((int) sum.getValue(), png.getInt(), types.toString());
    }
    assertEquals("IHDR IDAT fiLl IEND ", types.toString());
  }

  @Test
  void isDeterministicAndTheSeedCounts() {
    assertArrayEquals(PngObject.of(5000, 1), PngObject.of(5000, 1));
    assertFalse(Arrays.equals(PngObject.of(5000, 1), PngObject.of(5000, 2)));
  }
}
