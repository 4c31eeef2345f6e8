package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.VersionImage;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;

/**
 * A stored version: refused, or a version that answers whatever it is asked. Length and checksum
 * are made right first, since nothing else would get past them.
 */
public final class VersionImageFuzz {
  private static final int HEADER = 32;

  private VersionImageFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    Blocklist list;
    try {
      list = VersionImage.open(ByteBuffer.wrap(sealed(data.clone())));
    } catch (BadVersionImage e) {
      return;
    }
    assertEquals(list.size(), list.rules().size(), "rules that are counted and not there");
    list.forEach(rule -> ask(list, rule.matcher().toString()));
    for (String name : List.of("a.test", "www.a.test", "reddit.com")) {
      assertEquals(list.find(NameView.of(name)).orders(), list.orders(NameView.of(name)), name);
    }
    Blocklist none = list.next(1, List.of(), list.rules());
    assertEquals(0, none.size(), "rules that cannot be taken away");
  }

  private static void ask(Blocklist list, String written) {
    String name = written.substring(0, Math.min(written.length(), NameView.CAPACITY));
    NameView view = NameView.of(name);
    assertEquals(list.find(view).orders(), list.orders(view), name);
    int orders = list.find(Addresses.parse("192.0.2.7"), 443).orders();
    assertEquals(orders, list.orders(Addresses.parse("192.0.2.7"), 443), name);
    orders = list.findUrl(NameView.of("a.test"), "/x").orders();
    assertEquals(orders, list.findUrl(NameView.of("a.test"), 80, "/x").orders(), name);
  }

  private static byte[] sealed(byte[] image) {
    if (image.length >= HEADER) {
      ByteBuffer header = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
      header.put("nadzorbl".getBytes(StandardCharsets.US_ASCII)).putInt(2);
      header.putLong(16, image.length);
      CRC32C checksum = new CRC32C();
      checksum.update(image, 16, image.length - 16);
      header.putInt(12, (int) checksum.getValue());
    }
    return image;
  }
}
