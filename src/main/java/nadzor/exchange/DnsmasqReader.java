package nadzor.exchange;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.Addresses;

/**
 * {@code address=/name/address}, {@code server=/name/}, {@code local=/name/} of dnsmasq (man page,
 * 2.86 and later): a name means all below it, too; {@code *.name} the names below; {@code *text}
 * names that end so; {@code #} for an address means zero addresses, for a server the usual ones.
 */
final class DnsmasqReader implements LineFormat {
  @Override
  public void line(String written, Intake in) throws IOException {
    String text = written.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    int equals = text.indexOf('=');
    String key = equals < 0 ? text : text.substring(0, equals).strip();
    if (!key.equals("address") && !key.equals("server") && !key.equals("local")) {
      in.drop(Loss.SETTING, 1, text, "only address=, server= and local= list names");
      return;
    }
    List<String> parts = Splitter.on('/').splitToList(text.substring(equals + 1).strip());
    if (parts.size() < 3 || !parts.get(0).isEmpty()) {
      in.refuseValue(Fault.SHAPE, 1, text, key + "=/name/ with an address or nothing after it");
      return;
    }
    int column = written.indexOf('/') + 2;
    Optional<Prescription> prescription =
        prescription(key, parts.get(parts.size() - 1).strip(), text, in);
    for (String name : parts.subList(1, parts.size() - 1)) {
      if (prescription.isPresent()) {
        name(name, column, prescription.get(), in);
      }
      column += name.length() + 1;
    }
  }

  private static Optional<Prescription> prescription(
      String key, String value, String text, Intake in) throws IOException {
    if (value.isEmpty()) {
      return Optional.of(Prescription.of(Act.NXDOMAIN));
    }
    if (!key.equals("address")) {
      if (value.equals("#")) {
        return Optional.of(Prescription.of(Act.PASS));
      }
      in.drop(Loss.ACTION, 1, text, "names handed to another resolver");
      return Optional.empty();
    }
    if (value.equals("#")) {
      return Optional.of(Prescription.LISTED);
    }
    if (!Addresses.isLiteral(value)) {
      in.refuseValue(Fault.ADDRESS, text.lastIndexOf('/') + 2, value, "an address, # or nothing");
      return Optional.empty();
    }
    return Optional.of(Prescription.data((value.indexOf(':') < 0 ? "A " : "AAAA ") + value));
  }

  private static void name(String name, int column, Prescription prescription, Intake in)
      throws IOException {
    Optional<Matcher> what = Naming.matcher(name, column, true, in);
    if (what.isPresent()) {
      in.item(withSubdomains(what.get()), prescription);
    }
  }

  private static Matcher withSubdomains(Matcher what) {
    return what instanceof NameMatcher name && name.scope() == NameMatcher.Scope.EXACT
        ? new NameMatcher(name.name(), NameMatcher.Scope.SUFFIX)
        : what;
  }
}
