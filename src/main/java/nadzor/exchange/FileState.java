package nadzor.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/** What tells a file from the one that takes its place: size, time of change, and its key. */
record FileState(long size, FileTime changed, Optional<Object> key) {
  static FileState of(Path file) throws IOException {
    BasicFileAttributes all = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileState(all.size(), all.lastModifiedTime(), Optional.ofNullable(all.fileKey()));
  }

  /** Refuses a file that is not the one it was. */
  void check(Path file, Intake in) throws IOException {
    FileState now =
        Files.exists(file) ? of(file) : new FileState(0, FileTime.fromMillis(0), Optional.empty());
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
