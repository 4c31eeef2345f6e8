package nadzor.cli.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import nadzor.blocklist.Blocklist;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.UnknownList;

/**
 * A list as commands are given it. Digits alone are the number of a stored version, anything else
 * is a file: a file whose name is a number is written {@code ./3}.
 *
 * @param word what was given
 */
public record GivenList(String word) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /**
   * The file; empty for a stored version.
   *
   * @throws IllegalArgumentException if there is neither; the message says what each would be
   */
  public Optional<Path> file(ListFolder versions) throws IOException {
    if (NUMBER.matcher(word).matches()) {
      return Optional.empty();
    }
    Path file = Path.of(word);
    if (!Files.exists(file)) {
      int count = versions.history().versions().size();
      throw new IllegalArgumentException(
          "found '"
              + word
              + "': no such file, and no number of a version; expected a file, or "
              + (count == 0 ? "a version, of which there is none yet" : "one of 1 to " + count)
              + " in "
              + versions.folder());
    }
    return Optional.of(file);
  }

  /**
   * The stored version, where it is no file.
   *
   * @throws IllegalArgumentException if there is none; the message says what a file would be
   * @throws IOException if it cannot be read
   */
  public Blocklist stored(ListFolder versions) throws IOException {
    try {
      return versions.read(Long.parseLong(word));
    } catch (UnknownList e) {
      boolean isFile = Files.exists(Path.of(word));
      throw new IllegalArgumentException(
          e.getMessage()
              + " in "
              + versions.folder()
              + "; "
              + (isFile ? "the file of that name is" : "nor is there a file of that name, to be")
              + " written ./"
              + word,
          e);
    }
  }
}
