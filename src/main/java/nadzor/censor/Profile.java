package nadzor.censor;

import java.util.List;
import nadzor.blocklist.Measure;
import nadzor.flow.Sighting;

/**
 * How a kind of network enforces. Immutable.
 *
 * @param name such as {@code tspu-2022}
 * @param about one or more sentences for people
 * @param sources the literature
 * @param reassembly what is put together before it is read
 * @param extendedError the INFO-CODE of the Extended DNS Error in restricted answers (RFC 8914)
 * @param rules first match wins
 */
public record Profile(
    String name,
    String about,
    List<String> sources,
    Reassembly reassembly,
    int extendedError,
    List<ProfileRule> rules) {
  /** What an inspection puts together before it reads. */
  public enum Reassembly {
    /** Each segment is read by itself. */
    NONE,
    /** Segments are put together up to 16 KiB. */
    SEGMENTS
  }

  /** Censored: an external requirement (RFC 8914 section 4.17). */
  public static final int CENSORED = 16;

  /** A network that restricts nothing. */
  public static final Profile NEUTRAL =
      new Profile("neutral", "Restricts nothing.", List.of(), Reassembly.NONE, CENSORED, List.of());

  /** Copies the lists. */
  public Profile {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }

  /** Whether any rule can carry this measure out. */
  public boolean canEnforce(Measure measure) {
    return rules.stream().anyMatch(rule -> rule.measure() == measure);
  }

  List<ProfileRule> on(Sighting.Kind kind) {
    return rules.stream().filter(rule -> rule.on() == kind).toList();
  }
}
