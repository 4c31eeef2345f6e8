package nadzor.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What tells a file from the one that takes its place: size, time of change, and its key. Of what
 * gives its octets once, as a pipe does, only the key: whoever writes to it changes the rest.
 */
record FileState(long size, FileTime changed, Optional<Object> key) {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  static FileState of(Path file) throws IOException {
    BasicFileAttributes all = Files.readAttributes(file, BasicFileAttributes.class);
    Optional<Object> key = Optional.ofNullable(all.fileKey());
    return all.isOther()
        ? new FileState(0, NEVER, key)
        : new FileState(all.size(), all.lastModifiedTime(), key);
  }

  /** Refuses a file that is not the one it was. */
  void check(Path file, Intake in) throws IOException {
    FileState now = Files.exists(file) ? of(file) : new FileState(0, NEVER, Optional.empty());
    if (!equals(now)) {
      String what =
          !Objects.equals(key, now.key)
              ? "another file in its place"
              : now.size + " octets, changed " + now.changed;
      throw in.broken(
          Fault.CHANGED, 1, what + " after it was read", size + " octets, changed " + changed);
    }
  }
}
