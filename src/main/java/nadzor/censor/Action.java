package nadzor.censor;

import nadzor.flow.Sighting;

/**
 * One restriction behaviour with its parameters. A new behaviour is one new file in {@code action}
 * that implements {@link DnsAction}, {@link StreamAction} or both; effects stay the closed set they
 * are. Immutable.
 */
public interface Action {
  /** The word in profile files, as {@code reset}. */
  String name();

  /** Whether it can act on this kind of sighting. */
  boolean suits(Sighting.Kind on);

  /** Whether it restricts; otherwise its line exempts what it hits from the lines behind it. */
  default boolean restricts() {
    return true;
  }
}
