package nadzor.lab;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nadzor.flow.DomainName;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * The laboratory's truthful authority: a query's octets in, an answer's octets out, for the zones
 * of one world. A name without the type asked is NODATA, a name that is missing in a zone is
 * NXDOMAIN, both with the SOA (RFC 2308); an alias is followed to its end; a name outside of all
 * zones is REFUSED. Answers are whole, never truncated: that is the transport's part. Immutable and
 * thread-safe.
 */
public final class Authority implements UnaryOperator<byte[]> {
  /** What it says it can take over UDP (the value of DNS flag day 2020). */
  static final int PAYLOAD = 1232;

  private static final int HEADER = 12;

  private final Map<Name, LaboratoryZone> zones;

  private Authority(Map<Name, LaboratoryZone> zones) {
    this.zones = zones;
  }

  /** For the names of a world; the zones are cut at registrable domains. */
  public static Authority of(World world) {
    Map<Name, LaboratoryZone> zones = new HashMap<>();
    for (Site site : world.sites()) {
      ZoneRecords.of(site, world).forEach(zone(zones, site.host())::add);
    }
    for (ForeignHost foreign : ForeignHost.ALL) {
      ZoneRecords.of(foreign).forEach(zone(zones, foreign.host())::add);
    }
    return new Authority(Map.copyOf(zones));
  }

  private static LaboratoryZone zone(Map<Name, LaboratoryZone> zones, DomainName host) {
    Name apex = ZoneRecords.name(ZoneCut.apexOf(host));
    return zones.computeIfAbsent(apex, ZoneRecords::emptyZone);
  }

  /**
   * Answers one message. What is no query gets FORMERR, another opcode NOTIMP, an EDNS version
   * above 0 BADVERS; octets too few for a header get FORMERR with what there is of the identifier.
   */
  @Override
  public byte[] apply(byte[] query) {
    try {
      return answer(new Message(query)).toWire();
    } catch (IOException e) {
      return formatError(query);
    }
  }

  private Message answer(Message query) {
    Header asked = query.getHeader();
    Message answer = new Message(asked.getID());
    Header header = answer.getHeader();
    header.setFlag(Flags.QR);
    header.setOpcode(asked.getOpcode());
    if (asked.getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    query.getSection(Section.QUESTION).forEach(q -> answer.addRecord(q, Section.QUESTION));
    int rcode = rcodeBefore(query).orElseGet(() -> lookUp(query.getQuestion(), answer));
    header.setRcode(rcode & 0xf);
    Optional.ofNullable(query.getOPT())
        .ifPresent(opt -> answer.addRecord(optOf(opt, rcode), Section.ADDITIONAL));
    return answer;
  }

  private static Optional<Integer> rcodeBefore(Message query) {
    Header header = query.getHeader();
    if (header.getFlag(Flags.QR)) {
      return Optional.of(Rcode.FORMERR);
    }
    if (header.getOpcode() != Opcode.QUERY) {
      return Optional.of(Rcode.NOTIMP);
    }
    if (header.getCount(Section.QUESTION) != 1) {
      return Optional.of(Rcode.FORMERR);
    }
    OPTRecord opt = query.getOPT();
    if (opt != null && opt.getVersion() > 0) {
      return Optional.of(Rcode.BADVERS);
    }
    int type = query.getQuestion().getType();
    boolean plain = query.getQuestion().getDClass() == DClass.IN;
    boolean transfer = type == Type.AXFR || type == Type.IXFR;
    return plain && !transfer ? Optional.empty() : Optional.of(Rcode.REFUSED);
  }

  private int lookUp(Record question, Message answer) {
    Optional<LaboratoryZone> zone = zoneOf(question.getName());
    if (zone.isEmpty()) {
      return Rcode.REFUSED;
    }
    answer.getHeader().setFlag(Flags.AA);
    Optional<List<RRset>> alias = aliasIn(zone.get(), question);
    if (alias.isPresent()) {
      add(alias.get(), answer);
      Name target = ((CNAMERecord) alias.get().get(0).first()).getTarget();
      return lookUp(Record.newRecord(target, question.getType(), DClass.IN), answer);
    }
    Optional<List<RRset>> found = zone.get().find(question.getName(), question.getType());
    found.ifPresent(sets -> add(sets, answer));
    if (found.map(List::isEmpty).orElse(true)) {
      answer.addRecord(zone.get().soa(), Section.AUTHORITY);
    }
    return found.isPresent() ? Rcode.NOERROR : Rcode.NXDOMAIN;
  }

  /** The CNAME that stands for what is asked (RFC 1034 section 4.3.2); a world has no loops. */
  private static Optional<List<RRset>> aliasIn(LaboratoryZone zone, Record question) {
    boolean itself = question.getType() == Type.CNAME || question.getType() == Type.ANY;
    return itself
        ? Optional.empty()
        : zone.find(question.getName(), Type.CNAME).filter(sets -> !sets.isEmpty());
  }

  private static void add(List<RRset> sets, Message answer) {
    sets.forEach(set -> set.rrs().forEach(rr -> answer.addRecord(rr, Section.ANSWER)));
  }

  private Optional<LaboratoryZone> zoneOf(Name name) {
    for (int cut = 0; cut < name.labels(); cut++) {
      LaboratoryZone zone = zones.get(new Name(name, cut));
      if (zone != null) {
        return Optional.of(zone);
      }
    }
    return Optional.empty();
  }

  /** RFC 6891: version 0, the DO bit as it came, the upper octet of the rcode, no options. */
  private static OPTRecord optOf(OPTRecord asked, int rcode) {
    return new OPTRecord(PAYLOAD, rcode >> 4, 0, asked.getFlags());
  }

  private static byte[] formatError(byte[] query) {
    byte[] answer = Arrays.copyOf(Arrays.copyOf(query, Math.min(2, query.length)), HEADER);
    answer[2] = (byte) 0x80;
    answer[3] = Rcode.FORMERR;
    return answer;
  }

  /** The apex of every zone. */
  Set<DomainName> apexes() {
    return zones.keySet().stream()
        .map(apex -> DomainName.of(apex.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
