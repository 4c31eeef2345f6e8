package nadzor.store.lists;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to do about a version whose file cannot be used: the folder keeps each version once, so it
 * comes again only from what it was built from, and in another folder, as this one keeps its hash.
 *
 * @param folder where the versions are
 * @param version the one that cannot be used
 */
record Repair(Path folder, ListVersion version) {
  private static final Pattern PLAIN = Pattern.compile("[\\w./,:+@%-]+");

  /** The command, for a person. */
  String words() {
    List<SourceFile> sources = version.making().sources();
    if (sources.isEmpty()) {
      return "nothing here says what it was built from: put another version in force";
    }
    String files = sources.stream().map(one -> word(one.file())).collect(Collectors.joining(" "));
    return "it is built again, from the files and with the --measure of that time, by: nadzor list"
        + " build "
        + files
        + " --lists "
        + word(folder + "-rebuilt")
        + " (its hash was "
        + version.hash()
        + ")";
  }

  /** As a shell takes it for one word. */
  private static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
