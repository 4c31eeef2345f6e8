package nadzor.blocklist;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Rules of one kind, laid out for looking up, seen by their keys. Immutable, thread-safe.
 *
 * @param <K> what rules are kept under: equal for rules that stand in one entry
 */
interface RuleIndex<K> {
  /** How many entries there are, empty ones included. */
  int size();

  /** The octets that the layout takes, rules and reasons apart. */
  long residentBytes();

  /** The rules of a key, none for an entry that hides another's; empty where there is no entry. */
  Optional<List<Rule>> at(K key);

  /** Calls with every entry. */
  void forEach(BiConsumer<K, List<Rule>> to);
}
