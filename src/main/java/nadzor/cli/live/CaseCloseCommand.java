package nadzor.cli.live;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes a case: nothing more is demanded or decided in it. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = "Closes a case: nothing more is demanded or decided in it.",
    footer = {"", "Example:  nadzor case close case-facebook --why done"})
final class CaseCloseCommand extends GroundedCommand {
  @Parameters(paramLabel = "CASE", description = "Its id.")
  String id = "";

  @Override
  String path() {
    return "/cases/" + Api.encoded(id) + "/closing";
  }
}
