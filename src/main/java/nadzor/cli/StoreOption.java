package nadzor.cli;

import picocli.CommandLine.Option;

/** Which store a command works on, while nothing else writes to it. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "URL|FILE",
      required = true,
      description = "Where the journal is kept: a SQLite file, or jdbc:postgresql://...")
  String place = "";
}
