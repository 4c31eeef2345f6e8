package nadzor.cli;

import picocli.CommandLine.Command;

/** Blocklists as others write them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Reads, repairs and converts blocklists as others write them.",
    footer = {"", "Example:  nadzor list convert dump.xml.zip --to rpz -o policy.rpz"},
    subcommands = {ListConvertCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class ListCommand {}
