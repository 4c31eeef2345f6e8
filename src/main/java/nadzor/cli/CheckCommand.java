package nadzor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nadzor.story.FileCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files without starting anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks scenario, profile and platform files, and the files that they name.",
    footer = {
      "",
      "Every problem is one line: file, line, column, what was found, what was expected.",
      "Example:  nadzor check config/scenarios/meta-2022.yaml config/profiles/*.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  List<Path> files = List.of();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return new FileVerdicts(spec).of(files, file -> new FileCheck().check(file));
  }
}
