package nadzor.store.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.VersionImage;
import nadzor.store.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a version that an earlier program laid out otherwise: written anew in its place, as
 * reading it again and again would take as long as building it. Immutable.
 *
 * @param file its file, whole or a delta
 */
record Renewal(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
  private static final int HEAD = 64;

  /**
   * Whether the file, or a part of it, is of a former format; of one that is not there it is not.
   */
  boolean isDue() throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD));
      return VersionImage.isFormer(head) || Delta.isFormer(head);
    }
  }

  /** Writes a whole version. */
  void whole(Blocklist list) {
    write(to -> VersionImage.write(list, to));
  }

  /** Writes a delta. */
  void delta(Delta delta) {
    write(delta::write);
  }

  /** What cannot be written is read as it is the next time, too. */
  private void write(WholeFile.Content content) {
    try {
      WholeFile.write(file, content);
      LOG.warn(
          "{} was of an older format; it is rebuilt from its entries, its hash is right", file);
    } catch (IOException e) {
      LOG.warn(
          "{} is of an older format, and read as that: it cannot be written anew: {}",
          file,
          String.valueOf(e.getMessage()));
    }
  }
}
