package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import nadzor.files.BadFile;
import nadzor.files.Problem;
import picocli.CommandLine.Model.CommandSpec;

/** Says of each file what it is, or what is wrong with it, and goes on with the next. */
record FileVerdicts(CommandSpec spec) {
  /**
   * Checks them in their order.
   *
   * @param check what a good file is, in words; throws {@link BadFile} for another
   * @return the command's exit code
   */
  int of(List<Path> files, Function<Path, String> check) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int code = ExitCode.OK;
    for (Path file : files) {
      try {
        out.println(file + ": " + check.apply(file));
      } catch (BadFile bad) {
        bad.problems().stream().map(Problem::toString).forEach(err::println);
        code = ExitCode.BAD_INPUT;
      }
    }
    return code;
  }
}
