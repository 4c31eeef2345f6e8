package nadzor.censor;

import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Sighting;

/**
 * What was decided about a question: filled again and again, so that nothing is allocated for a
 * query. It speaks of the sighting it was filled for, as long as that is not filled anew. Not
 * thread-safe; belongs to one event loop.
 */
public final class DnsRuling {
  private static final ProfileRule NO_LINE =
      new ProfileRule(
          Sighting.Kind.DNS_QUESTION, Measure.BLOCK, new PassAction(), Optional.empty());

  private DnsEffect effect = DnsEffect.PASS;
  private Blocklist version = Blocklist.EMPTY;
  private Sighting sighting = new DnsQuestion();
  private Match match = Match.NONE;
  private ProfileRule line = NO_LINE;
  private Optional<StructuredError> structured = Optional.empty();
  private int extendedError;
  private int draw;
  private boolean exempt;

  void pass() {
    effect = DnsEffect.PASS;
    match = Match.NONE;
    line = NO_LINE;
    exempt = false;
  }

  void exempt() {
    pass();
    exempt = true;
  }

  void restrict(
      DnsEffect newEffect, Blocklist newVersion, Sighting newSighting, ProfileRule newLine) {
    effect = newEffect;
    version = newVersion;
    sighting = newSighting;
    match = Match.NONE;
    line = newLine;
    exempt = false;
  }

  void tell(int newExtendedError, Optional<StructuredError> newStructured) {
    extendedError = newExtendedError;
    structured = newStructured;
  }

  void draw(int number) {
    draw = number;
  }

  /** Whether the truthful answer is due. */
  public boolean isPass() {
    return effect == DnsEffect.PASS;
  }

  /** Whether a line of the profile exempts the question, so that its answer is not judged. */
  public boolean isExempt() {
    return exempt;
  }

  /** What is to happen. */
  public DnsEffect effect() {
    return effect;
  }

  /** The blocklist version that ruled. */
  public Blocklist version() {
    return version;
  }

  /** What was restricted: the question, or a record of its answer. */
  public Sighting sighting() {
    return sighting;
  }

  /**
   * The rule that is carried out.
   *
   * @throws IllegalStateException where {@link #isPass}
   */
  public Rule rule() {
    return match().first(line.measure());
  }

  /** All rules that hold the name; looked up when first asked for, in the version that ruled. */
  public Match match() {
    if (match.isEmpty() && !isPass()) {
      match = line.aim().match(version, sighting, Scene.QUESTION);
    }
    return match;
  }

  /** The action's word. */
  public String action() {
    return line.action().name();
  }

  /** The INFO-CODE of the Extended DNS Error (RFC 8914). */
  public int extendedError() {
    return extendedError;
  }

  /** What a client that asks for structured errors is told. */
  public Optional<StructuredError> structured() {
    return structured;
  }

  /** A number, 0 or above, by which one of several forged addresses is drawn. */
  public int draw() {
    return draw;
  }

  /** Stands where no line hit. */
  private record PassAction() implements DnsAction {
    @Override
    public String name() {
      return "pass";
    }

    @Override
    public DnsEffect onQuestion(OwnAddresses own) {
      return DnsEffect.PASS;
    }
  }
}
