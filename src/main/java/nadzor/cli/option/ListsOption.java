package nadzor.cli.list;

import java.nio.file.Path;
import java.util.Optional;
import nadzor.store.lists.ListFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the versions are: the option that all these commands share. */
final class Place {
  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description = {
        "The folder of the versions: that of a laboratory is DIRECTORY/lists, where it runs with",
        "--directory DIRECTORY. Without it NADZOR_LISTS, or lists in the working directory."
      })
  @Nullable Path lists;

  ListFolder folder() {
    Optional<Path> named =
        Optional.ofNullable(lists)
            .or(() -> Optional.ofNullable(System.getenv("NADZOR_LISTS")).map(Path::of));
    return new ListFolder(named.orElse(Path.of("lists")));
  }
}
