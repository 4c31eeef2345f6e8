package nadzor.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import nadzor.store.lists.ListFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the versions of the list are: the option of all commands that read or keep them. */
public final class ListsOption {
  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description =
          "The folder of the versions of the list. Without it NADZOR_LISTS, or lists in the working "
              + "directory.")
  @Nullable Path lists;

  /** That folder; it need not be there yet. */
  public Path path() {
    return Optional.ofNullable(lists)
        .or(() -> Optional.ofNullable(System.getenv("NADZOR_LISTS")).map(Path::of))
        .orElse(Path.of("lists"));
  }

  /** The versions in it. */
  public ListFolder folder() {
    return new ListFolder(path());
  }
}
