package nadzor.censor;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.flow.Sighting;

/**
 * How a kind of network enforces. Immutable.
 *
 * @param name such as {@code tspu-2022}
 * @param about one or more sentences for people
 * @param sources the literature
 * @param confidence how well it is known
 * @param inspection how streams are looked at
 * @param quic how datagrams are looked at
 * @param extendedError the INFO-CODE of the Extended DNS Error in restricted answers (RFC 8914), or
 *     {@link #UNTOLD}
 * @param structured what a client is told that asks for structured errors
 * @param rules first match wins
 */
public record Profile(
    String name,
    String about,
    List<String> sources,
    Confidence confidence,
    InspectionPolicy inspection,
    QuicPolicy quic,
    int extendedError,
    Optional<StructuredError> structured,
    List<ProfileRule> rules) {
  /** How well a behaviour is known. */
  public enum Confidence {
    /** Read in the primary text. */
    PRIMARY("read in the primary text"),
    /** Read where others quote it. */
    SECONDARY("read where others quote it"),
    /** Read in unverified extracts only. */
    UNVERIFIED("read in unverified extracts only: check the source before you cite it"),
    /** Made up for teaching. */
    TEACHING("made for teaching, no network in particular");

    private final String meaning;

    Confidence(String meaning) {
      this.meaning = meaning;
    }

    /** What it means, for people. */
    public String meaning() {
      return meaning;
    }
  }

  /** Blocked: the operator's own policy (RFC 8914 section 4.16). */
  public static final int BLOCKED = 15;

  /** Filtered: as the client asked for (RFC 8914 section 4.18). */
  public static final int FILTERED = 17;

  /** Censored: an external requirement (RFC 8914 section 4.17). */
  public static final int CENSORED = 16;

  /** No Extended DNS Error at all: who injects answers on the path announces nothing. */
  public static final int UNTOLD = 0;

  /** A network that restricts nothing. */
  public static final Profile NEUTRAL =
      new Profile("neutral", "Restricts nothing.", List.of(), InspectionPolicy.PLAIN, List.of());

  /** Copies the lists. */
  public Profile {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }

  /** With what is usual for all else. */
  public Profile(
      String name,
      String about,
      List<String> sources,
      InspectionPolicy inspection,
      List<ProfileRule> rules) {
    this(
        name,
        about,
        sources,
        Confidence.PRIMARY,
        inspection,
        QuicPolicy.VERSIONS,
        CENSORED,
        Optional.empty(),
        rules);
  }

  /** Whether any rule can carry this measure out. */
  public boolean canEnforce(Measure measure) {
    return rules.stream()
        .filter(rule -> rule.action().restricts())
        .anyMatch(rule -> rule.aim() instanceof Aim.Listed && rule.measure() == measure);
  }

  /**
   * The same with its long durations (residuals, idle limits) multiplied, for demonstrations that
   * cannot wait; the factor is to be told with every result.
   */
  public Profile scaled(double factor) {
    return new Profile(
        name,
        about,
        sources,
        confidence,
        Scaling.of(inspection, factor),
        Scaling.of(quic, factor),
        extendedError,
        structured,
        rules.stream().map(rule -> Scaling.of(rule, factor)).toList());
  }

  List<ProfileRule> on(Sighting.Kind kind) {
    return rules.stream().filter(rule -> rule.on() == kind).toList();
  }
}
