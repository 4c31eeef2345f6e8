package nadzor.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/**
 * One version of a policy zone that others may fetch. Immutable.
 *
 * @param name the zone, absolute
 * @param serial of its SOA, compared as RFC 1982 has it
 * @param ttl of records whose items have none, seconds
 * @param items its items, streamed anew for each transfer
 * @param changes from older versions to newer ones, in order, the last one leading here
 */
public record PolicyZone(
    Name name, long serial, long ttl, Supplier<Stream<ListItem>> items, List<ZoneChange> changes) {
  private static final int REFRESH = 60;
  private static final int EXPIRE = 86_400;

  /** Copies the changes. */
  public PolicyZone {
    changes = List.copyOf(changes);
  }

  /** Tells which items a policy zone cannot hold: they are not transferred. */
  public Conversion check(RemarkListener listener) throws IOException {
    try (ListWriter writer = Lists.writer(Format.RPZ, OutputStream.nullOutputStream(), listener);
        Stream<ListItem> all = items.get()) {
      Iterator<ListItem> each = all.iterator();
      while (each.hasNext()) {
        writer.item(each.next());
      }
      return writer.conversion();
    }
  }

  SOARecord soa(long ofSerial) {
    Name host = Name.fromConstantString("localhost.");
    return new SOARecord(name, DClass.IN, ttl, host, host, ofSerial, REFRESH, REFRESH, EXPIRE, ttl);
  }

  Record server() {
    return new NSRecord(name, DClass.IN, ttl, Name.fromConstantString("localhost."));
  }

  /** The changes that lead from that serial to this version; none where they are not known. */
  List<ZoneChange> since(long from) {
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).from() == from) {
        return changes.subList(i, changes.size());
      }
    }
    return List.of();
  }

  /** Whether that serial is this version's, or a later one. */
  boolean isCurrent(long other) {
    return (int) (other - serial) >= 0;
  }
}
