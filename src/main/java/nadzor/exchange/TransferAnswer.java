package nadzor.exchange;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/**
 * Answers one transfer over TCP: AXFR (RFC 5936), IXFR (RFC 1995), message by message, signed where
 * the question was (RFC 8945). Not thread-safe.
 */
final class TransferAnswer {
  private static final int MESSAGE = 16_000;
  private static final int LARGEST = 65_535;
  private static final int OVERHEAD = 12;

  private final Message query;
  private final PolicyZone zone;
  private final DataOutputStream out;
  private final Optional<TSIG.StreamGenerator> signer;
  private final List<Record> waiting = new ArrayList<>();
  private int size;
  private boolean first = true;

  TransferAnswer(Message query, PolicyZone zone, DataOutputStream out, Optional<TSIG> key) {
    this.query = query;
    this.zone = zone;
    this.out = out;
    this.signer =
        query.getTSIG() == null
            ? Optional.empty()
            : key.map(tsig -> new TSIG.StreamGenerator(tsig, query.getTSIG()));
  }

  /** The whole zone, what changed, or that nothing did. */
  void send() throws IOException {
    if (query.getQuestion().getType() == Type.IXFR) {
      changes();
    } else {
      whole();
    }
    flush();
    out.flush();
  }

  private void whole() throws IOException {
    add(zone.soa(zone.serial()));
    add(zone.server());
    try (Stream<ListItem> items = zone.items().get()) {
      Iterator<ListItem> each = items.iterator();
      while (each.hasNext()) {
        add(each.next());
      }
    }
    add(zone.soa(zone.serial()));
  }

  private void changes() throws IOException {
    Optional<Long> held =
        query.getSection(Section.AUTHORITY).stream()
            .filter(SOARecord.class::isInstance)
            .map(soa -> ((SOARecord) soa).getSerial())
            .findFirst();
    SOARecord now = zone.soa(zone.serial());
    if (held.filter(zone::isCurrent).isPresent()) {
      add(now);
      return;
    }
    List<ZoneChange> since = held.map(zone::since).orElse(List.of());
    if (since.isEmpty()) {
      whole();
      return;
    }
    add(now);
    for (ZoneChange change : since) {
      add(zone.soa(change.from()));
      addAll(change.removed());
      add(zone.soa(change.to()));
      addAll(change.added());
    }
    add(now);
  }

  private void addAll(List<ListItem> items) throws IOException {
    for (ListItem item : items) {
      add(item);
    }
  }

  private void add(ListItem item) throws IOException {
    for (Record record : RpzWire.records(item, zone)) {
      add(record);
    }
  }

  private void add(Record record) throws IOException {
    int length = record.getName().length() + OVERHEAD + record.rdataToWireCanonical().length;
    if (size + length > MESSAGE && !waiting.isEmpty()) {
      flush();
    }
    waiting.add(record);
    size += length;
  }

  private void flush() throws IOException {
    Message message = new Message(query.getHeader().getID());
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setFlag(Flags.AA);
    if (first) {
      message.addRecord(query.getQuestion(), Section.QUESTION);
    }
    waiting.forEach(record -> message.addRecord(record, Section.ANSWER));
    signer.ifPresent(stream -> stream.generate(message));
    byte[] octets = message.toWire(LARGEST);
    out.writeShort(octets.length);
    out.write(octets);
    waiting.clear();
    size = 0;
    first = false;
  }
}
