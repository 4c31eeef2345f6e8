package nadzor.cli;

import nadzor.cli.list.ListActivateCommand;
import nadzor.cli.list.ListBuildCommand;
import nadzor.cli.list.ListDiffCommand;
import nadzor.cli.list.ListExportCommand;
import nadzor.cli.list.ListLintCommand;
import nadzor.cli.list.ListRollbackCommand;
import nadzor.cli.list.ListShowCommand;
import nadzor.cli.list.ListVersionsCommand;
import picocli.CommandLine.Command;

/** Blocklists as others write them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Reads, repairs and converts blocklists as others write them; keeps numbered "
          + "versions of one, compares and lints them, puts them in force and takes them back."
    },
    footer = {"", "Example:  nadzor list convert dump.xml.zip --to rpz -o policy.rpz"},
    subcommands = {
      ListConvertCommand.class,
      ListBuildCommand.class,
      ListVersionsCommand.class,
      ListShowCommand.class,
      ListDiffCommand.class,
      ListLintCommand.class,
      ListActivateCommand.class,
      ListRollbackCommand.class,
      ListExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class ListCommand {}
