package nadzor.censor;

/**
 * One restriction behaviour with its parameters. A new behaviour is one new file that implements
 * {@link DnsAction}, {@link StreamAction} or both; effects stay the closed set they are. Immutable.
 */
public interface Action {
  /** The word in profile files, as {@code reset}. */
  String name();
}
