package nadzor.exchange;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes items of the records of a policy zone as they come: those of one owner that follow each
 * other are one item. The apex is the zone's heading. Not thread-safe.
 */
final class RpzRecords {
  private static final Set<String> SIGNED =
      Set.of("RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY", "DS", "ZONEMD", "CDS", "CDNSKEY");

  private final List<String> data = new ArrayList<>();
  private Heading heading = Heading.NONE;
  private boolean told;
  private Optional<String> zone = Optional.empty();
  private String owner = "";
  private OptionalLong ttl = OptionalLong.empty();
  private int line;
  private int column;
  private String raw = "";

  /** A record, its names absolute with a dot at the end. */
  record Entry(String owner, OptionalLong ttl, String type, String data, int column) {}

  /** The zone's own time to live. */
  void usualTtl(String written) {
    heading = heading.with("ttl", written);
  }

  void record(Entry entry, String text, Intake in) throws IOException {
    if (entry.type().equals("SOA") && zone.isEmpty()) {
      zone = Optional.of(entry.owner());
      heading = heading.with("zone", entry.owner()).with("soa", entry.data());
      return;
    }
    String apex = zone.orElse(".");
    if (Ascii.equalsIgnoreCase(entry.owner(), apex)) {
      apex(entry);
      return;
    }
    Optional<String> relative = relative(entry.owner(), apex);
    if (relative.isEmpty()) {
      in.refuseValue(Fault.NAME, entry.column(), entry.owner(), "a name within the zone " + apex);
    } else if (SIGNED.contains(entry.type())) {
      in.drop(Loss.SETTING, entry.column(), text, "a record of the zone's signature");
    } else {
      triggered(relative.get(), entry, text, in);
    }
  }

  private void apex(Entry entry) {
    if (entry.type().equals("NS")) {
      String others = heading.value("ns").map(all -> all + " ").orElse("");
      heading = heading.with("ns", others + entry.data());
    }
  }

  private static Optional<String> relative(String owner, String apex) {
    String end = apex.equals(".") ? "." : "." + apex;
    boolean within = owner.length() > end.length() && endsWith(owner, end);
    return within
        ? Optional.of(owner.substring(0, owner.length() - end.length()))
        : Optional.empty();
  }

  private static boolean endsWith(String owner, String end) {
    return owner.regionMatches(true, owner.length() - end.length(), end, 0, end.length());
  }

  private void triggered(String relative, Entry entry, String text, Intake in) throws IOException {
    if (!relative.equals(owner) || data.isEmpty()) {
      int next = in.line();
      flush(in);
      in.at(next, text);
      owner = relative;
      ttl = entry.ttl();
      line = next;
      column = entry.column();
      raw = text;
    }
    data.add(entry.type() + " " + entry.data());
  }

  private void tell(Intake in) throws IOException {
    if (!told) {
      told = true;
      in.heading(heading);
    }
  }

  /** Gives what is held back. */
  void flush(Intake in) throws IOException {
    tell(in);
    if (!data.isEmpty()) {
      in.at(line, raw);
      Optional<Target> target = RpzTrigger.read(owner, column, in);
      Prescription said = RpzAction.read(owner, ttl, data);
      data.clear();
      if (target.isPresent()) {
        in.item(target.get(), said);
      }
    }
  }
}
