package nadzor.office.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nadzor.blocklist.Measure;
import nadzor.exchange.BadList;
import nadzor.exchange.ListItem;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;
import nadzor.store.lists.SourceFile;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigestTest {
  /** FIPS 180-4, the example of one block. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  private static String sha256(byte[] octets) {
    return Hashing.sha256().hashBytes(octets).toString();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One that tells nobody. */
  private static class Quiet implements Receiver {
    @Override
    public void item(ListItem item) throws IOException {}

    @Override
    public void remark(Remark remark) {}
  }

  private static List<SourceFile> sources(Receiver also, Path... files) throws IOException {
    return ListIntake.read(List.of(files), Reading.USUAL, Measure.BLOCK, also).sources();
  }

  private Path pipe(String name) throws Exception {
    Path pipe = folder.resolve(name);
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    return pipe;
  }

  private static CompletableFuture<Path> fill(Path pipe, byte[] octets) {
    return CompletableFuture.supplyAsync(
        () -> Assertions.assertDoesNotThrow(() -> Files.write(pipe, octets)));
  }

  @Test
  void itIsThatOfTheOctets() throws IOException {
    try (FileDigest digest = new FileDigest();
        InputStream in = digest.of(new ByteArrayInputStream(octets("abc")))) {
      assertEquals('a', in.read());
      assertEquals(2, in.skip(9));
      assertEquals(ABC, digest.hex());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, FileDigest.BUFFER, 5 * FileDigest.BUFFER + 7})
  void itIsTheSameWhereverABufferEnds(int more) throws IOException {
    byte[] octets = new byte[FileDigest.BUFFER + more];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) ((i * 31) >> 3);
    }
    try (FileDigest digest = new FileDigest();
        InputStream in = digest.of(new ByteArrayInputStream(octets))) {
      assertEquals(octets.length, in.transferTo(new ByteArrayOutputStream()));
      assertEquals(sha256(octets), digest.hex());
    }
  }

  @Test
  void aPipeHasTheDigestOfWhatCameOutOfIt() throws Exception {
    byte[] list = octets("a.test\nb.test\n".repeat(100_000));
    Path pipe = pipe("pipe");
    CompletableFuture<Path> filled = fill(pipe, list);
    assertEquals(
        List.of(new SourceFile(pipe.toString(), sha256(list))), sources(new Quiet(), pipe));
    assertEquals(pipe, filled.get());
  }

  /** Together they are read twice, and so kept. */
  @Test
  void aPipeAmongFilesHasItToo() throws Exception {
    byte[] list = octets("||a.test^\n");
    Path pipe = pipe("pipe");
    Path file = Files.write(folder.resolve("file"), octets("@@||a.test^\n"));
    CompletableFuture<Path> filled = fill(pipe, list);
    List<String> digests = new ArrayList<>();
    sources(new Quiet(), pipe, file).forEach(one -> digests.add(one.sha256()));
    assertEquals(List.of(sha256(list), sha256(Files.readAllBytes(file))), digests);
    assertEquals(pipe, filled.get());
  }

  /** The reader stops behind the first list of an archive. */
  @Test
  void allOfAnArchiveCounts() throws IOException {
    Path file = folder.resolve("list.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("list.txt", "more.bin")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(octets("a.test\n"));
      }
    }
    byte[] packed = Files.readAllBytes(file);
    assertEquals(sha256(packed), sources(new Quiet(), file).get(0).sha256());
    assertEquals(
        List.of(new SourceFile("given", sha256(packed))),
        ListIntake.named("given", file, Reading.USUAL, Measure.BLOCK).sources());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsReplacedWhileItIsReadIsNoticed(boolean isPipe) throws Exception {
    byte[] list = octets("a.test\nb.test\n");
    Path file = isPipe ? pipe("list") : Files.write(folder.resolve("list"), list);
    Path other = Files.write(folder.resolve("other"), list);
    CompletableFuture<Path> filled =
        isPipe ? fill(file, list) : CompletableFuture.completedFuture(file);
    Receiver replacing =
        new Quiet() {
          @Override
          public void item(ListItem item) throws IOException {
            if (Files.exists(other)) {
              Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
          }
        };
    BadList bad = Assertions.assertThrows(BadList.class, () -> sources(replacing, file));
    assertEquals("changed", bad.remark().rule());
    assertTrue(bad.remark().found().contains("another file in its place"), bad.getMessage());
    assertEquals(file, filled.get());
  }
}
