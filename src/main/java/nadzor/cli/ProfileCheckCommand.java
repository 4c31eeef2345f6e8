package nadzor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nadzor.story.profile.ProfileFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks profiles without starting anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks profile files: their shape, and that no line is without effect.",
    footer = {
      "",
      "Every problem is one line: file, line, column, what was found, what was expected.",
      "Example:  nadzor profile check my-network.yaml"
    })
final class ProfileCheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  List<Path> files = List.of();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return new FileVerdicts(spec).of(files, ProfileCheckCommand::check);
  }

  private static String check(Path file) {
    int lines = ProfileFile.read(file).profile().rules().size();
    return "good, " + lines + (lines == 1 ? " line" : " lines");
  }
}
