package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import nadzor.cli.live.Refused;
import nadzor.files.BadFile;
import nadzor.files.Problem;
import nadzor.registry.RegistryException;
import nadzor.store.Fault;
import nadzor.store.StoreException;
import nadzor.story.CanaryFailure;
import nadzor.story.report.ReportFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what stopped a command into one clear message and an exit code. */
final class Refusals implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    PrintWriter err = command.getErr();
    if (e instanceof BadFile bad) {
      bad.problems().stream().map(Problem::toString).forEach(err::println);
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof CanaryFailure) {
      err.println("nadzor: no results are written: " + e.getMessage());
      return ExitCode.CANARY;
    }
    if (e instanceof ReportFailure) {
      err.println("nadzor: " + e.getMessage());
      return ExitCode.NOT_WRITTEN;
    }
    if (e instanceof Refused refused) {
      err.println("nadzor: " + refused.getMessage());
      return code(refused);
    }
    if (e instanceof StoreException store) {
      err.println("nadzor: " + store.getMessage());
      return code(store.fault());
    }
    if (e instanceof RegistryException) {
      err.println("nadzor: " + e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof IOException || e instanceof IllegalArgumentException) {
      err.println("nadzor: " + e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    throw e;
  }

  private static int code(Fault fault) {
    return switch (fault) {
      case LOCKED, READ_ONLY, FULL, UNREACHABLE, FAILED -> ExitCode.NOT_WRITTEN;
      case MISSING, CORRUPT, REFUSED, CHANGED, NOT_EMPTY -> ExitCode.BAD_INPUT;
    };
  }

  private static int code(Refused refused) {
    if (refused.unreachable()) {
      return ExitCode.NO_LABORATORY;
    }
    return refused.unable() ? ExitCode.NOT_WRITTEN : ExitCode.BAD_INPUT;
  }
}
