package nadzor.cli.live;

import picocli.CommandLine.Option;

/** A command that ends something that was recorded, and says why. */
abstract class GroundedCommand extends RecordingCommand {
  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The grounds.")
  String why = "";

  @Override
  Fields fields() {
    return new Fields().put("why", why);
  }
}
