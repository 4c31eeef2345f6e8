package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;

/** Where entries stand: near, or elsewhere where they are large. */
class BucketTest {
  private static final int REASONS = 600;

  private static byte[] image(Blocklist list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VersionImage.write(list, out);
    return out.toByteArray();
  }

  /** Many small names, and three that many lines order, so that their buckets are large. */
  private static Blocklist withLarge() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rules.add(Lists.block(".n" + i + ".test"));
    }
    for (String name : List.of("*.large.test", "other.large.test", "n7.test")) {
      for (int line = 1; line <= REASONS; line++) {
        Reason reason = new Reason.OfList("many.txt", line);
        rules.add(new Rule(Matcher.of(name), Measure.THROTTLE, reason));
      }
    }
    return Blocklist.compile(1, rules);
  }

  private static void answers(Blocklist list) {
    assertEquals(500 + 3 * REASONS, list.size());
    assertEquals(list.size(), new HashSet<>(list.rules()).size());
    assertEquals(REASONS, Lists.name(list, "a.large.test").rules().size());
    assertEquals(2 * REASONS, Lists.name(list, "other.large.test").rules().size());
    assertEquals(REASONS + 1, Lists.name(list, "n7.test").rules().size());
    assertEquals(1, Lists.name(list, "x.n7.test").rules().size());
    assertEquals(2, list.ordersExactly(NameView.of("other.large.test")));
    assertEquals(0, list.orders(NameView.of("large.test")));
    for (int i = 0; i < 500; i++) {
      assertEquals(1, list.orders(NameView.of("x.n" + i + ".test")), "n" + i);
    }
  }

  @Test
  void largeBucketsAreFoundElsewhere() throws IOException {
    Blocklist list = withLarge();
    answers(list);
    Blocklist read = VersionImage.open(ByteBuffer.wrap(image(list)));
    answers(read);
    assertEquals(list.contentHash(), read.contentHash());
    Rule more = Lists.block("n8.test.x");
    answers(read.next(2, List.of(more), List.of()).next(3, List.of(), List.of(more)).merged());
  }

  @Test
  void aLargeBucketThatIsMisplacedIsRefused() throws IOException {
    Blocklist list = withLarge();
    byte[] image = image(list);
    Entries names = list.shelves().get(0).base().entries();
    int pool = VersionImage.HEADER + VersionImage.ENTRIES_HEADER + VersionImage.HASH;
    int found = 0;
    for (int bucket = 0; bucket < names.directory().buckets(); bucket++) {
      long range = names.directory().range(bucket);
      int start = Directory.start(range);
      if (start < Directory.end(range) && Bucket.isFar(names.pool(), start)) {
        byte[] damaged = sealed(image, pool + start + 1);
        assertThrows(BadVersionImage.class, () -> VersionImage.open(ByteBuffer.wrap(damaged)));
        found++;
      }
    }
    assertTrue(found >= 2, found + " large buckets");
  }

  /** With one octet changed and the checksum made right. */
  private static byte[] sealed(byte[] image, int at) {
    byte[] damaged = image.clone();
    damaged[at] ^= 4;
    CRC32C sum = new CRC32C();
    sum.update(damaged, VersionImage.LENGTH_AT, damaged.length - VersionImage.LENGTH_AT);
    ByteBuffer whole = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
    whole.putInt(VersionImage.CHECKSUM_AT, (int) sum.getValue());
    return damaged;
  }

  /** Labels and names of every length, and what the words of eight octets could mistake. */
  @Test
  void namesOfEveryLengthAreFound() {
    Random chance = new Random(5);
    for (int length = 1; length <= 253; length++) {
      byte[] octets = new byte[length];
      int label = 0;
      for (int i = 0; i < length; i++) {
        boolean dot = label > 0 && i < length - 1 && (label == 63 || chance.nextInt(12) == 0);
        octets[i] = (byte) (dot ? '.' : 'a' + chance.nextInt(26));
        label = dot ? 0 : label + 1;
      }
      String name = new String(octets, StandardCharsets.US_ASCII);
      BlocklistBuilder builder = new BlocklistBuilder();
      Reason reason = new Reason.OfList("l", 1);
      builder.name(octets, 0, length, NameMatcher.Scope.SUFFIX, Measure.BLOCK, reason);
      Blocklist list = builder.build(1);
      NameView view = NameView.of(name);
      assertEquals(1, list.orders(view), name);
      assertEquals(1, list.ordersExactly(view), name);
      assertEquals(1, list.find(view).rules().size(), name);
      if (length < 253) {
        assertEquals(1, list.orders(NameView.of("x." + name)), name);
        assertEquals(0, list.orders(NameView.of("x" + name)), name);
        assertEquals(0, list.orders(NameView.of(name + ".")), name);
      }
    }
  }

  @Test
  void whatIsNoNameIsNotListed() {
    Blocklist list = Lists.of(".a.test", ".test");
    for (String seen : List.of("", ".", "..", "a.test.", ".a.testx", "a..tes", "a/test")) {
      assertEquals(0, list.orders(NameView.of(seen)), seen);
    }
    assertEquals(1, list.orders(NameView.of(".a.test")));
    assertEquals(1, list.orders(NameView.of("x..test")));
  }
}
