package nadzor.cli.option;

import nadzor.blocklist.Measure;
import picocli.CommandLine.Option;

/** What a list orders that says nothing itself. */
public final class MeasureOption {
  @Option(
      names = "--measure",
      paramLabel = "block|throttle",
      defaultValue = "block",
      description = "What a list orders that says nothing itself (default: ${DEFAULT-VALUE}).")
  Measure measure = Measure.BLOCK;

  /** That measure. */
  public Measure measure() {
    return measure;
  }
}
