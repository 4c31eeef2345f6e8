package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lifts a decision; what others hold stays held. */
@Command(
    name = "lift",
    mixinStandardHelpOptions = true,
    description = "Lifts a decision; what others hold stays held.",
    footer = {"", "Example:  nadzor lift fb-2022-03-04 --why appealed"})
public final class LiftCommand extends GroundedCommand {
  @Parameters(paramLabel = "DECISION", description = "Its id.")
  String id = "";

  @Option(names = "--by", paramLabel = "NAME", description = "Who lifts it.")
  @Nullable String by;

  @Option(names = "--from", paramLabel = "WHEN", description = "From when on; at once without it.")
  @Nullable String from;

  @Override
  String path() {
    return "/decisions/" + Api.encoded(id) + "/lift";
  }

  @Override
  Fields fields() {
    return super.fields().put("by", by).put("at", from);
  }
}
