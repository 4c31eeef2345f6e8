package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nadzor.censor.Profile;
import nadzor.cli.option.Home;
import nadzor.story.profile.ProfileFile;
import nadzor.story.profile.ProfileWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** One profile, in words. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a profile: what it does, how well that is known, and where from.",
    footer = {"", "Example:  nadzor profile show tspu-2022 --json"})
final class ProfileShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROFILE", description = "A shipped profile's name, or a file.")
  String asked = "";

  @Option(names = "--json", description = "A JSON object instead of words.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ProfileFile file = ProfileFile.read(find());
    if (json) {
      out.println(object(file));
    } else {
      words(file, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String object(ProfileFile file) {
    Map<String, Object> all = new ProfileWords(file.profile()).json();
    all.put("file", file.file().toString());
    all.put("lines", file.lines());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static void words(ProfileFile file, PrintWriter out) {
    Profile profile = file.profile();
    ProfileWords words = new ProfileWords(profile);
    out.println(profile.name() + "  (" + file.file() + ")");
    out.println();
    out.println(Text.wrapped(profile.about(), "  "));
    out.println();
    out.println("known       " + profile.confidence().meaning());
    out.println("enforces    " + words.enforces());
    out.println("streams     " + words.inspection());
    words.datagrams().ifPresent(text -> out.println("datagrams   " + text));
    words.answers().ifPresent(text -> out.println("answers     " + text));
    out.println();
    out.println("Lines, the first that hits wins:");
    file.lines().forEach(line -> out.println("  " + line));
    out.println();
    out.println("Sources:");
    profile.sources().forEach(source -> out.println(Text.wrapped(source, "  ")));
  }

  private Path find() {
    Path shipped = Home.config("profiles");
    Path named = shipped.resolve(asked + ".yaml");
    if (Files.exists(named)) {
      return named;
    }
    if (Files.exists(Path.of(asked))) {
      return Path.of(asked);
    }
    List<String> known =
        ProfileFile.all(shipped).stream().map(file -> file.profile().name()).toList();
    throw new IllegalArgumentException(
        "found '" + asked + "', expected a file or one of " + String.join(", ", known));
  }
}
