package nadzor.story.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four files in their folder.
 *
 * @param folder where
 */
record Place(Path folder) {
  private static final List<String> LINES = List.of("measurements.jsonl", "events.jsonl");
  private static final List<String> WHOLE = List.of("matrix.json", "report.html");

  /** Stands near the start of each of the four. */
  private static final String MARK = "simulation";

  private static final int HEAD = 512;

  Path measurements() {
    return folder.resolve(LINES.get(0));
  }

  Path events() {
    return folder.resolve(LINES.get(1));
  }

  WholeFile matrix() {
    return new WholeFile(folder.resolve(WHOLE.get(0)));
  }

  WholeFile page() {
    return new WholeFile(folder.resolve(WHOLE.get(1)));
  }

  /**
   * Makes sure that the folder is there and holds nothing but an earlier report.
   *
   * @return whether it was created
   * @throws ReportFailure if it is a file, cannot be written, or holds what is not ours
   */
  boolean prepare() {
    boolean missing = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (!missing && !Files.isDirectory(folder)) {
      throw new ReportFailure("report folder " + folder + ": found a file, expected a folder");
    }
    try {
      Files.createDirectories(folder);
      refuseStrangers();
    } catch (IOException e) {
      throw ReportFailure.of(folder, e);
    }
    return missing;
  }

  private void refuseStrangers() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      Optional<Path> stranger = entries.filter(entry -> !isOurs(entry)).sorted().findFirst();
      if (stranger.isPresent()) {
        throw new ReportFailure(
            "report folder %s: found '%s', which is no file of nadzor's, expected an empty folder or an earlier report"
                .formatted(folder, stranger.get().getFileName()));
      }
    }
  }

  private boolean isOurs(Path entry) {
    boolean regular = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    boolean part = entry.equals(matrix().part()) || entry.equals(page().part());
    return regular && (part || (four().anyMatch(entry::equals) && isMarked(entry)));
  }

  private static boolean isMarked(Path entry) {
    try (InputStream in = Files.newInputStream(entry)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.isEmpty() || head.contains(MARK);
    } catch (IOException e) {
      throw ReportFailure.of(entry, e);
    }
  }

  private Stream<Path> four() {
    return Stream.concat(LINES.stream(), WHOLE.stream()).map(folder::resolve);
  }

  /** Deletes the documents, whole or not. */
  void clearDocuments() {
    Stream.of(matrix(), page())
        .flatMap(one -> Stream.of(one.path(), one.part()))
        .forEach(Place::delete);
  }

  /** Deletes what is ours. */
  void clear() {
    clearDocuments();
    Stream.of(measurements(), events()).forEach(Place::delete);
  }

  /** Deletes the folder too, if nothing else is in it. */
  void remove() {
    clear();
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isEmpty()) {
        delete(folder);
      }
    } catch (IOException e) {
      throw ReportFailure.of(folder, e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw ReportFailure.of(path, e);
    }
  }
}
