package nadzor.blocklist;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import nadzor.flow.DomainName;

/** Some rules less and some more, applied to a version. */
record Delta(Blocklist from, Collection<Rule> added, Collection<Rule> removed) {
  Blocklist apply(long number) {
    NameIndexBuilder changes = new NameIndexBuilder();
    ContentHash hash = from.hash();
    int size = from.size();
    for (DomainName name : touched()) {
      Set<Rule> before = new LinkedHashSet<>(from.rulesAt(name));
      Set<Rule> after = after(name, before);
      changes.put(name, after);
      hash = rehash(hash, before, after);
      size += after.size() - before.size();
    }
    return from.over(number, changes, hash, size);
  }

  private Set<DomainName> touched() {
    Set<DomainName> names = new LinkedHashSet<>();
    removed.forEach(rule -> names.add(rule.matcher().name()));
    added.forEach(rule -> names.add(rule.matcher().name()));
    return names;
  }

  private Set<Rule> after(DomainName name, Set<Rule> before) {
    Set<Rule> rules = new LinkedHashSet<>(before);
    removed.forEach(rules::remove);
    added.stream().filter(rule -> rule.matcher().name().equals(name)).forEach(rules::add);
    return rules;
  }

  private static ContentHash rehash(ContentHash hash, Set<Rule> before, Set<Rule> after) {
    ContentHash sum = hash;
    for (Rule gone : before) {
      sum = after.contains(gone) ? sum : sum.minus(gone);
    }
    for (Rule fresh : after) {
      sum = before.contains(fresh) ? sum : sum.plus(fresh);
    }
    return sum;
  }
}
