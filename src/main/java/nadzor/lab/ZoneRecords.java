package nadzor.lab;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.TextParseException;

/** Writes the records of the world's names. Pure. */
final class ZoneRecords {
  /**
   * Seconds. So short because the story jumps weeks between two probes: no cache may carry what was
   * true before a decision into the time after it.
   */
  static final int TTL = 5;

  /** RFC 2606: no name server stands behind it, the laboratory's resolvers ask by function. */
  private static final Name SERVER = Name.fromConstantString("ns.nadzor.invalid.");

  private static final Name CONTACT = Name.fromConstantString("hostmaster.nadzor.invalid.");
  private static final int HOUR = 3600;

  private ZoneRecords() {}

  /** The name for dnsjava. */
  static Name name(DomainName name) {
    return Name.fromConstantString(name.text() + ".");
  }

  /** A zone with its SOA and NS alone. */
  static LaboratoryZone emptyZone(Name apex) {
    return new LaboratoryZone(
        new SOARecord(apex, DClass.IN, TTL, SERVER, CONTACT, 1, HOUR, HOUR, 24 * HOUR, TTL),
        new NSRecord(apex, DClass.IN, TTL, SERVER));
  }

  /** A and AAAA. */
  static List<Record> of(ForeignHost foreign) {
    Name name = name(foreign.host());
    return List.of(
        new ARecord(name, DClass.IN, TTL, foreign.ipv4()),
        new AAAARecord(name, DClass.IN, TTL, foreign.ipv6()));
  }

  /** A, AAAA where there is one, and HTTPS (RFC 9460) with hints for both; or a CNAME alone. */
  static List<Record> of(Site site, World world) {
    Name name = name(site.host());
    Optional<DomainName> alias = site.options().naming().alias();
    return alias.isPresent()
        ? List.of(new CNAMERecord(name, DClass.IN, TTL, name(alias.get())))
        : addressed(name, site, world);
  }

  private static List<Record> addressed(Name name, Site site, World world) {
    List<SVCBBase.ParameterBase> hints = new ArrayList<>();
    List<Record> records = new ArrayList<>();
    hints.add(alpn(site, world));
    hints.add(new SVCBBase.ParameterIpv4Hint(List.of((Inet4Address) site.ipv4())));
    site.options()
        .naming()
        .ech()
        .ifPresent(
            cover -> hints.add(new SVCBBase.ParameterEch(EchConfig.list(site.host(), cover))));
    records.add(new ARecord(name, DClass.IN, TTL, site.ipv4()));
    site.ipv6()
        .ifPresent(
            address -> {
              hints.add(new SVCBBase.ParameterIpv6Hint(List.of((Inet6Address) address)));
              records.add(new AAAARecord(name, DClass.IN, TTL, address));
            });
    records.add(new HTTPSRecord(name, DClass.IN, TTL, 1, Name.root, hints));
    return records;
  }

  /** What the site speaks; HTTP/3 first, where it listens. */
  private static SVCBBase.ParameterAlpn alpn(Site site, World world) {
    boolean http3 =
        site.options().http3() && world.routeDatagrams(new Endpoint(site.ipv4(), 443)).isPresent();
    try {
      return new SVCBBase.ParameterAlpn(http3 ? List.of("h3", "http/1.1") : List.of("http/1.1"));
    } catch (TextParseException e) {
      throw new IllegalStateException("h3 and http/1.1 are ALPN identifiers", e);
    }
  }
}
