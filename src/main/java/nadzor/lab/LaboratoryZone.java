package nadzor.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * One zone: which names exist (those between a host and the apex too, RFC 8020) and what they have.
 * dnsjava's own zone takes an empty name in between for missing. Immutable after the authority has
 * filled it.
 */
final class LaboratoryZone {
  private final Name apex;
  private final SOARecord soa;
  private final Map<Name, Map<Integer, RRset>> nodes = new HashMap<>();

  LaboratoryZone(SOARecord soa, NSRecord ns) {
    this.apex = soa.getName();
    this.soa = soa;
    add(soa);
    add(ns);
  }

  /** Adds a record at or below the apex, and the names in between. */
  void add(Record added) {
    for (Name name = added.getName(); !name.equals(apex); name = new Name(name, 1)) {
      nodes.computeIfAbsent(name, absent -> new HashMap<>());
    }
    nodes
        .computeIfAbsent(added.getName(), absent -> new HashMap<>())
        .computeIfAbsent(added.getType(), absent -> new RRset())
        .addRR(added);
  }

  /** Its SOA, which goes with every negative answer (RFC 2308). */
  SOARecord soa() {
    return soa;
  }

  /** What a name has of a type ({@link Type#ANY}: all); empty where the name does not exist. */
  Optional<List<RRset>> find(Name name, int type) {
    return Optional.ofNullable(nodes.get(name))
        .map(
            node ->
                node.values().stream()
                    .filter(set -> type == Type.ANY || set.getType() == type)
                    .toList());
  }
}
