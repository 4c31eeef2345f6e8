package nadzor.cli;

import picocli.CommandLine.Command;

/** Profiles: how kinds of networks enforce. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = "Lists, shows and checks profiles: how kinds of networks enforce.",
    footer = {
      "",
      "Example:  nadzor profile list",
      "          nadzor profile show twitter-2021",
      "          nadzor profile check my-network.yaml"
    },
    subcommands = {ProfileListCommand.class, ProfileShowCommand.class, ProfileCheckCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class ProfileCommand {}
