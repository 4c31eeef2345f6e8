package nadzor.cli.live;

import picocli.CommandLine.Command;

/** Cases of the running laboratory. */
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    description = "Cases of the running laboratory: violations, demands, proposals, the journal.",
    footer = {
      "",
      "Example:  nadzor case list",
      "          nadzor case record facebook --kind media-restricted --source 'a newspaper'",
      "          nadzor case proposals",
      "          nadzor case verify"
    },
    subcommands = {
      CaseListCommand.class,
      CaseShowCommand.class,
      CaseOpenCommand.class,
      CaseRecordCommand.class,
      CaseRetractCommand.class,
      CaseDemandCommand.class,
      CaseAnswerCommand.class,
      CaseProposalsCommand.class,
      CaseDismissCommand.class,
      CaseCloseCommand.class,
      CaseVerifyCommand.class,
      CaseExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class CaseCommand {}
