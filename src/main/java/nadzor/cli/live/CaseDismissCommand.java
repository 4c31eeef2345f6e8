package nadzor.cli.live;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Dismisses a proposed decision. */
@Command(
    name = "dismiss",
    mixinStandardHelpOptions = true,
    description = "Dismisses a proposed decision.",
    footer = {"", "Example:  nadzor case dismiss fb-2022-02-25 --why premature"})
final class CaseDismissCommand extends GroundedCommand {
  @Parameters(paramLabel = "DECISION", description = "The id of the proposed decision.")
  String id = "";

  @Override
  String path() {
    return "/proposals/" + Api.encoded(id) + "/dismiss";
  }
}
