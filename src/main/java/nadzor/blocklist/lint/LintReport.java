package nadzor.blocklist.lint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found. Immutable.
 *
 * @param findings the worst first; of each check as many as the settings keep
 * @param counts how many findings of each severity there are, those that were not kept too
 * @param byCheck how many findings of each check there are, likewise; 0 where it found none
 */
public record LintReport(
    List<Finding> findings, Map<Severity, Long> counts, Map<String, Long> byCheck) {
  /** Keeps copies. */
  public LintReport {
    findings = List.copyOf(findings);
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    byCheck = Collections.unmodifiableMap(new TreeMap<>(byCheck));
  }

  /** The worst severity that was found. */
  public Optional<Severity> worst() {
    return counts.keySet().stream().findFirst();
  }
}
