package nadzor.store.lists;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;

/**
 * The versions that were read and are still in use somewhere, as long as the files that they came
 * from are what they were: the version after the one in force then costs what it changes, and both
 * share what they have in common. Keeps no version from being collected. Thread-safe.
 */
final class KnownVersions {
  private final Map<Long, Known> versions = new HashMap<>();

  /** What a file looks like from outside. */
  record Look(Path file, String key, FileTime changed, long size) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(file, String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    }
  }

  private record Known(List<Look> files, WeakReference<Blocklist> version) {}

  /** What these files look like now, to be asked before they are read. */
  static List<Look> look(List<Path> files) throws IOException {
    List<Look> looks = new ArrayList<>();
    for (Path file : files) {
      looks.add(Look.at(file));
    }
    return looks;
  }

  /** A version, if it is still in use and came from files that looked so. */
  synchronized Optional<Blocklist> find(long number, List<Look> files) {
    return Optional.ofNullable(versions.get(number))
        .filter(known -> known.files().equals(files))
        .flatMap(known -> Optional.ofNullable(known.version().get()));
  }

  /** Remembers what was read from files that looked so. */
  synchronized void keep(Blocklist version, List<Look> files) {
    versions.values().removeIf(known -> known.version().get() == null);
    versions.put(version.number(), new Known(files, new WeakReference<>(version)));
  }
}
