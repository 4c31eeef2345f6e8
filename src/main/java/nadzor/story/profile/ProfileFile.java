package nadzor.story.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nadzor.censor.Profile;
import nadzor.files.BadFile;

/**
 * A profile with the file that it was read from. Immutable.
 *
 * @param file where it stands
 * @param lines the lines of its {@code enforce} section as they are written
 */
public record ProfileFile(Path file, Profile profile, List<String> lines) {
  /** Copies the list. */
  public ProfileFile {
    lines = List.copyOf(lines);
  }

  /**
   * Reads one.
   *
   * @throws BadFile if it is no profile, or contradicts itself
   */
  public static ProfileFile read(Path file) {
    Profile profile = new ProfileReader().read(file);
    try {
      return new ProfileFile(file, profile, enforcing(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Reads all of a folder, by name.
   *
   * @throws BadFile as {@link #read}
   */
  public static List<ProfileFile> all(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ProfileFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private static List<String> enforcing(List<String> text) {
    return text.stream()
        .dropWhile(line -> !line.startsWith("enforce:"))
        .skip(1)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
