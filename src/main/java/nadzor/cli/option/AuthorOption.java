package nadzor.cli.option;

import picocli.CommandLine.Option;

/** Who does it, as it is kept. */
public final class AuthorOption {
  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it; without it the user of this machine.")
  String by = System.getProperty("user.name", "somebody");

  /** That name. */
  public String name() {
    return by;
  }
}
