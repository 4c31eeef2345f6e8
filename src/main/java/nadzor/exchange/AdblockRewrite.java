package nadzor.exchange;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/** The value of AdGuard's {@code dnsrewrite} modifier: short, or {@code code;type;value}. */
final class AdblockRewrite {
  private AdblockRewrite() {}

  /** What it prescribes; empty where it is none. */
  static Optional<Prescription> read(String value) {
    List<String> parts = Splitter.on(';').splitToList(value);
    Optional<Prescription> code = ofCode(parts.get(0).toUpperCase(Locale.ROOT));
    if (parts.size() == 1) {
      return code.or(() -> ofValue(value));
    }
    boolean data = parts.size() == 3 && parts.get(0).equals("NOERROR");
    if (data && !parts.get(1).isEmpty()) {
      return DnsText.data(parts.get(1) + " " + parts.get(2)).map(d -> Prescription.data(d.text()));
    }
    return data ? Optional.of(Prescription.of(Act.NODATA)) : code;
  }

  private static Optional<Prescription> ofCode(String code) {
    return switch (code) {
      case "NXDOMAIN" -> Optional.of(Prescription.of(Act.NXDOMAIN));
      case "REFUSED" -> Optional.of(Prescription.of(Act.REFUSED));
      case "NOERROR" -> Optional.of(Prescription.of(Act.NODATA));
      default -> Optional.empty();
    };
  }

  private static Optional<Prescription> ofValue(String value) {
    if (Addresses.isLiteral(value)) {
      return Optional.of(Prescription.data((value.indexOf(':') < 0 ? "A " : "AAAA ") + value));
    }
    return DomainName.tryOf(value).map(name -> Prescription.data("CNAME " + name + "."));
  }
}
