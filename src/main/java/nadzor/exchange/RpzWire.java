package nadzor.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The records of an item in a policy zone. */
final class RpzWire {
  private static final String ALIAS = "CNAME ";

  private RpzWire() {}

  /** All records of an item; none where a policy zone cannot hold it. */
  static List<Record> records(ListItem item, PolicyZone zone) throws IOException {
    List<Record> records = new ArrayList<>();
    Prescription said = item.prescription();
    for (String owner : RpzTrigger.write(item.target())) {
      Name name = Name.fromString(owner, zone.name());
      for (String data : RpzAction.write(said)) {
        records.add(record(name, said.ttl().orElse(zone.ttl()), data));
      }
    }
    return records;
  }

  private static Record record(Name owner, long ttl, String data) throws IOException {
    if (data.startsWith(ALIAS)) {
      Name alias = Name.fromString(data.substring(ALIAS.length()), Name.root);
      return new CNAMERecord(owner, DClass.IN, ttl, alias);
    }
    int blank = data.indexOf(' ');
    int type = Type.value(data.substring(0, blank));
    return Record.fromString(owner, type, DClass.IN, ttl, data.substring(blank + 1), Name.root);
  }
}
