package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nadzor.cli.option.Home;
import nadzor.story.profile.ProfileFile;
import nadzor.story.profile.ProfileWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The profiles there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the profiles: what each looks at, what it enforces, how well it is known.",
    footer = {"", "Example:  nadzor profile list --json"})
final class ProfileListCommand implements Callable<Integer> {
  private static final String ROW = "%-17s %-11s %-20s %s%n";

  @Option(names = "--dir", paramLabel = "DIR", description = "Another folder than the shipped one.")
  Path folder = Home.config("profiles");

  @Option(names = "--json", description = "A JSON array instead of a table.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<ProfileWords> profiles =
        ProfileFile.all(folder).stream().map(file -> new ProfileWords(file.profile())).toList();
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(profiles.stream().map(ProfileWords::json).toList()));
    } else {
      out.printf(ROW, "PROFILE", "KNOWN", "ENFORCES", "LOOKS AT");
      profiles.forEach(words -> out.printf(ROW, row(words)));
    }
    out.flush();
    return ExitCode.OK;
  }

  private static Object[] row(ProfileWords words) {
    String known = words.profile().confidence().name().toLowerCase(Locale.ROOT);
    return new Object[] {words.profile().name(), known, words.enforces(), words.looksAt()};
  }
}
