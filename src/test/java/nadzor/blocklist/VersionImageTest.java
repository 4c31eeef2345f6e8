package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionImageTest {
  private static final Reason DECISION =
      new Reason.OfDecision("d-1", "дело-1", "GP", "149-FZ", "A statement.");

  /** A base of every kind of rule and reason, with an overlay that hides some of it. */
  static Blocklist layered() {
    Blocklist base =
        Lists.of(
            ".a.test",
            "*.b.test",
            "*t.co*",
            "x.*",
            "192.0.2.0/24",
            "*:443",
            "[2001:db8::/32]:1-2",
            "2001:db8::1",
            "http://a.test/x",
            "http://a.test:8080/*");
    Rule decided = new Rule(Matcher.of("*.b.test"), Measure.THROTTLE, DECISION);
    Rule own = new Rule(Matcher.of("192.0.2.7:53"), Measure.BLOCK, new Reason.OfProfile("tspu", 3));
    List<Rule> removed = List.of(Lists.block("*t.co*"), Lists.block("http://a.test/x"));
    return base.next(7, List.of(decided, own), removed);
  }

  private static byte[] image(Blocklist list) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      VersionImage.write(list, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Blocklist open(byte[] image) {
    return VersionImage.open(ByteBuffer.wrap(image));
  }

  /** What the fuzz target begins with; of a format that is no more it would teach nothing. */
  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("test-data", "fuzz", "VersionImageFuzz"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("seed-")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSeedOfTheFuzzTargetIsAWholeVersion(Path seed) throws IOException {
    byte[] image = Files.readAllBytes(seed);
    assertArrayEquals(image, image(open(image)));
  }

  private static byte[] sealed(byte[] image) {
    CRC32C checksum = new CRC32C();
    checksum.update(image, 16, image.length - 16);
    ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(12, (int) checksum.getValue());
    return image;
  }

  private static void same(Blocklist expected, Blocklist read) {
    assertEquals(expected.number(), read.number());
    assertEquals(expected.size(), read.size());
    assertEquals(expected.contentHash(), read.contentHash());
    assertEquals(expected.counts(), read.counts());
    assertEquals(set(expected), set(read));
  }

  private static Set<Rule> set(Blocklist list) {
    return new HashSet<>(list.rules());
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    for (Blocklist list : List.of(Blocklist.EMPTY, layered(), Lists.of("a.test"))) {
      same(list, open(image(list)));
    }
    ByteBuffer direct = ByteBuffer.allocateDirect(4096);
    byte[] image = image(layered());
    direct.put(5, image).position(5).limit(5 + image.length);
    same(layered(), VersionImage.open(direct));
    assertEquals(5, direct.position());
  }

  /** Longer than what is summed up at a time. */
  @Test
  void aLongOneIsReadAndDamageAtItsEndIsSeen() {
    String[] names = new String[3000];
    Arrays.setAll(names, i -> "n" + i + ".test");
    Blocklist list = Lists.of(names);
    byte[] image = image(list);
    assertTrue(image.length > 20_000);
    same(list, open(image));
    for (int at : new int[] {20_000, image.length - 1}) {
      byte[] damaged = image.clone();
      damaged[at] ^= 1;
      assertThrows(BadVersionImage.class, () -> open(damaged));
    }
  }

  @Test
  void whatIsReadAnswersAndGoesOn() {
    Blocklist read = open(image(layered()));
    assertEquals(3, read.orders(NameView.of("x.b.test")));
    assertEquals(0, read.orders(NameView.of("reddit.com")));
    assertEquals(1, Lists.address(read, "192.0.2.9", 80).orders());
    assertTrue(Lists.url(read, "a.test", "/x").isEmpty());
    List<Rule> added = List.of(Lists.block("*t.co*"), Lists.block(".new.test"));
    Blocklist next = read.next(8, added, List.of(Lists.block(".a.test")));
    Blocklist expected = layered().next(8, added, List.of(Lists.block(".a.test")));
    same(expected, next);
    same(expected, open(image(next)));
  }

  @Test
  void cutShortAnywhereItIsRefused() {
    byte[] image = image(layered());
    for (int length = 0; length < image.length; length++) {
      byte[] cut = Arrays.copyOf(image, length);
      assertThrows(BadVersionImage.class, () -> open(cut), "of " + length);
    }
    byte[] longer = Arrays.copyOf(image, image.length + 1);
    assertThrows(BadVersionImage.class, () -> open(longer));
  }

  @ParameterizedTest
  @CsvSource({
    "0,does not begin as one",
    "8,of format",
    "12,checksum",
    "16,says",
    "24,checksum",
    "200,checksum"
  })
  void damageIsNamed(int at, String why) {
    byte[] image = image(layered());
    image[at] ^= (byte) 0x40;
    BadVersionImage bad = assertThrows(BadVersionImage.class, () -> open(image));
    assertTrue(String.valueOf(bad.getMessage()).contains(why), bad.toString());
  }

  /** Every octet changed in several ways, the checksum made right: refused, or it answers. */
  @Test
  void nothingLeadsBeyondItsBounds() {
    byte[] image = image(layered());
    int refused = 0;
    for (int at = VersionImage.HEADER; at < image.length; at++) {
      for (int change : new int[] {0x01, 0x80, 0x7f, 0xff, 0x10}) {
        byte[] damaged = image.clone();
        damaged[at] ^= (byte) change;
        refused += survives(sealed(damaged)) ? 0 : 1;
      }
    }
    assertTrue(refused > image.length, refused + " of " + image.length * 5);
  }

  private static boolean survives(byte[] image) {
    Blocklist list;
    try {
      list = open(image);
    } catch (BadVersionImage e) {
      return false;
    }
    assertEquals(list.size(), list.rules().size());
    for (String name : List.of("a.test", "x.b.test", "reddit.com", "x.co")) {
      assertEquals(list.orders(NameView.of(name)), Lists.name(list, name).orders());
    }
    int orders = Lists.address(list, "192.0.2.7", 53).orders();
    assertEquals(orders, list.orders(Addresses.parse("192.0.2.7"), 53));
    assertTrue(Lists.url(list, "a.test", "/x").orders() < 4);
    return true;
  }
}
