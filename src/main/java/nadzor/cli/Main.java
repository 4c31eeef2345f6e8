package nadzor.cli;

import nadzor.cli.live.CaseCommand;
import nadzor.cli.live.ClockCommand;
import nadzor.cli.live.DecideCommand;
import nadzor.cli.live.LabCommand;
import nadzor.cli.live.LiftCommand;
import nadzor.cli.live.RegisterCommand;
import nadzor.cli.live.StatusCommand;
import nadzor.cli.live.TailCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The one entry point. */
@Command(
    name = "nadzor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "A laboratory regulator: records violations by platforms, decides, publishes a register,%n"
          + "enforces it in a laboratory on loopback, and measures what still gets through.",
      "Everything it shows is a simulation; nothing leaves this machine."
    },
    footer = {
      "",
      "Start with:  nadzor demo",
      "Exit codes:  0  all as expected",
      "             1  something other came out than the scenario expects",
      "             2  bad input, or a port that is not to be had",
      "             3  the canaries of a run failed: no results are written",
      "             4  results could not be written",
      "             5  no laboratory runs that could be asked",
      "             130, 143  interrupted"
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      ServeCommand.class,
      WhyCommand.class,
      ProbeCommand.class,
      CheckCommand.class,
      StatusCommand.class,
      CaseCommand.class,
      DecideCommand.class,
      LiftCommand.class,
      RegisterCommand.class,
      TailCommand.class,
      ClockCommand.class,
      LabCommand.class,
      CompletionCommand.class,
      ProfileCommand.class,
      ListCommand.class,
      HelpCommand.class
    })
public final class Main {
  private static final int WIDTH = 100;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** One line says what is wrong, one where to read on. */
  private static int misused(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("nadzor: " + e.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("Try:  " + name + " --help");
    return ExitCode.BAD_INPUT;
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new Refusals())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::misused)
        .setUsageHelpWidth(WIDTH);
  }
}
