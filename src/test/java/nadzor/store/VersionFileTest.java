package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionFileTest {
  @TempDir Path folder;

  private static Blocklist list(int number, String matcher) {
    Reason reason = new Reason.OfList("list.txt", 1);
    return Blocklist.compile(number, List.of(new Rule(Matcher.of(matcher), Measure.BLOCK, reason)));
  }

  @Test
  void aMappedVersionAnswersAndOutlivesItsFile() throws IOException {
    Path file = folder.resolve("version.nbl");
    VersionFile.write(file, list(1, ".a.test"));
    Blocklist first = VersionFile.open(file);
    VersionFile.write(file, list(2, ".b.test"));
    Blocklist second = VersionFile.open(file);
    assertEquals(1, first.orders(NameView.of("www.a.test")));
    assertEquals(2, second.number());
    assertEquals(0, second.orders(NameView.of("www.a.test")));
    assertEquals(list(2, ".b.test").contentHash(), second.contentHash());
    Files.delete(file);
    assertEquals(1, second.orders(NameView.of("b.test")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void whatIsNoVersionIsRefused() throws IOException {
    Path file = folder.resolve("version.nbl");
    assertThrows(NoSuchFileException.class, () -> VersionFile.open(file));
    Files.write(file, new byte[0]);
    assertThrows(BadVersionImage.class, () -> VersionFile.open(file));
    VersionFile.write(file, list(1, "a.test"));
    byte[] octets = Files.readAllBytes(file);
    octets[octets.length - 1] ^= (byte) 1;
    Files.write(file, octets);
    assertThrows(BadVersionImage.class, () -> VersionFile.open(file));
  }
}
