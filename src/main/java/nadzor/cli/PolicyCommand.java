package nadzor.cli;

import picocli.CommandLine.Command;

/** Policies: rules that derive decisions. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Policies: the rules by which decisions are derived from what is recorded.",
    subcommands = PolicyTestCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand {}
