package nadzor.cli.live;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a violation out of the count; its record stays. */
@Command(
    name = "retract",
    mixinStandardHelpOptions = true,
    description = "Takes a violation out of the count; its record stays.",
    footer = {"", "Example:  nadzor case retract fb-26 --why counted twice"})
final class CaseRetractCommand extends GroundedCommand {
  @Parameters(paramLabel = "VIOLATION", description = "Its id.")
  String id = "";

  @Override
  String path() {
    return "/violations/" + Api.encoded(id) + "/retraction";
  }
}
