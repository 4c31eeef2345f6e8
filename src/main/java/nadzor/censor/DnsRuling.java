package nadzor.censor;

import nadzor.blocklist.Match;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;

/**
 * What was decided about a question: filled again and again, so that nothing is allocated for a
 * query. Not thread-safe; belongs to one event loop.
 */
public final class DnsRuling {
  private DnsEffect effect = DnsEffect.PASS;
  private Match match = Match.NONE;
  private Measure measure = Measure.BLOCK;
  private String action = "pass";
  private int extendedError;

  void pass() {
    effect = DnsEffect.PASS;
    match = Match.NONE;
    action = "pass";
  }

  void restrict(DnsEffect newEffect, Match newMatch, ProfileRule rule, int newExtendedError) {
    effect = newEffect;
    match = newMatch;
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
    return match.first(measure);
  }

  /** All rules that hold the name. */
  public Match match() {
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
