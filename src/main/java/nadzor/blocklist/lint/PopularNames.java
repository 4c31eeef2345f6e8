package nadzor.blocklist.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nadzor.flow.DomainName;

/**
 * Names that many people use, to see what a rule hits by mistake. Immutable.
 *
 * @param names in any order
 */
public record PopularNames(List<DomainName> names) {
  private static final String SHIPPED = "/lint/popular-names.txt";

  /** Keeps a copy, each once. */
  public PopularNames {
    names = names.stream().distinct().toList();
  }

  /** Some thousand names that come with the program. */
  public static PopularNames shipped() {
    try (InputStream in = PopularNames.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is not packed with the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return of(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads names, one a line; empty lines and those that begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException if one is no name
   */
  public static PopularNames of(Stream<String> lines) {
    return new PopularNames(
        lines
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(DomainName::of)
            .toList());
  }
}
