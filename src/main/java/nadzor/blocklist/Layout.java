package nadzor.blocklist;

import java.util.List;
import java.util.Map;

/** How the rules of one kind are kept. */
interface Layout<K, I extends RuleIndex<K>> {
  /** Whether rules with this matcher are kept here. */
  boolean takes(Matcher matcher);

  /** The key of a matcher that is kept here. */
  K keyOf(Matcher matcher);

  /** Lays out entries; one without rules hides what stands beneath. */
  I build(Map<K, List<Rule>> entries);
}
