package nadzor.censor;

import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.flow.NameView;

/**
 * What was decided about a question: filled again and again, so that nothing is allocated for a
 * query. It speaks of the question it was filled for, as long as that is not filled anew. Not
 * thread-safe; belongs to one event loop.
 */
public final class DnsRuling {
  private DnsEffect effect = DnsEffect.PASS;
  private Blocklist version = Blocklist.EMPTY;
  private NameView name = new NameView();
  private Match match = Match.NONE;
  private Measure measure = Measure.BLOCK;
  private String action = "pass";
  private int extendedError;

  void pass() {
    effect = DnsEffect.PASS;
    match = Match.NONE;
    action = "pass";
  }

  void restrict(
      DnsEffect newEffect,
      Blocklist newVersion,
      NameView newName,
      ProfileRule rule,
      int newExtendedError) {
    effect = newEffect;
    version = newVersion;
    name = newName;
    match = Match.NONE;
    measure = rule.measure();
    action = rule.action().name();
    extendedError = newExtendedError;
  }

  /** Whether the truthful answer is due. */
  public boolean isPass() {
    return effect == DnsEffect.PASS;
  }

  /** What is to happen. */
  public DnsEffect effect() {
    return effect;
  }

  /**
   * The rule that is carried out.
   *
   * @throws IllegalStateException where {@link #isPass}
   */
  public Rule rule() {
    return match().first(measure);
  }

  /** All rules that hold the name; looked up when first asked for, in the version that ruled. */
  public Match match() {
    if (match.isEmpty() && !isPass()) {
      match = version.find(name);
    }
    return match;
  }

  /** The action's word. */
  public String action() {
    return action;
  }

  /** The INFO-CODE of the Extended DNS Error (RFC 8914). */
  public int extendedError() {
    return extendedError;
  }
}
