package nadzor.cli.option;

import java.util.Optional;
import nadzor.exchange.Format;
import picocli.CommandLine.Option;

/** In which format lists are, where it is not to be detected. */
public final class FormatOption {
  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Their format; detected by content and name where it is not given.")
  Optional<String> from = Optional.empty();

  /**
   * That format; empty to detect it.
   *
   * @throws IllegalArgumentException if there is none of that word
   */
  public Optional<Format> format() {
    return from.map(Format::of);
  }
}
