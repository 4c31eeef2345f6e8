package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.DomainName;

/**
 * {@code local-zone} and {@code local-data} of Unbound ({@code unbound.conf}): a zone is a name and
 * all below it. A {@code redirect} takes the data of the same name that follow it.
 */
final class UnboundReader implements LineFormat {
  private static final Map<String, Act> ACTS =
      Map.ofEntries(
          Map.entry("deny", Act.DROP),
          Map.entry("always_deny", Act.DROP),
          Map.entry("inform_deny", Act.DROP),
          Map.entry("refuse", Act.REFUSED),
          Map.entry("always_refuse", Act.REFUSED),
          Map.entry("static", Act.NXDOMAIN),
          Map.entry("always_nxdomain", Act.NXDOMAIN),
          Map.entry("always_nodata", Act.NODATA),
          Map.entry("always_null", Act.LISTED),
          Map.entry("transparent", Act.PASS),
          Map.entry("always_transparent", Act.PASS),
          Map.entry("redirect", Act.LOCAL_DATA),
          Map.entry("inform_redirect", Act.LOCAL_DATA));

  private final List<String> data = new ArrayList<>();
  private Optional<Redirect> redirect = Optional.empty();

  private record Redirect(DomainName name, int line, String text) {}

  @Override
  public void line(String written, Intake in) throws IOException {
    String text = uncommented(written).strip();
    if (text.isEmpty()) {
      return;
    }
    int colon = text.indexOf(':');
    String key = colon < 0 ? text : text.substring(0, colon);
    String value = unquoted(text.substring(colon + 1).strip());
    int column = Math.max(1, written.indexOf(value) + 1);
    switch (key) {
      case "local-zone" -> zone(value, column, in);
      case "local-data" -> data(value, column, in);
      case "server" -> {}
      default -> in.drop(Loss.SETTING, 1, text, "only local-zone and local-data list names");
    }
  }

  private static String uncommented(String text) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }

  private static String unquoted(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted = first == '"' || first == '\'';
    return quoted && text.indexOf(first, 1) == text.length() - 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private void zone(String value, int column, Intake in) throws IOException {
    flush(in);
    Words words = new Words(CharMatcher.anyOf("\"'").replaceFrom(value, ' '));
    String name = words.next() ? words.word() : "";
    int at = column + words.column() - 1;
    String type = words.next() ? words.word() : "";
    Act act = ACTS.getOrDefault(type, Act.MEASURE);
    if (act == Act.MEASURE) {
      in.drop(Loss.ACTION, at, value, "a zone of type '" + type + "'");
      return;
    }
    Optional<DomainName> zone = Naming.name(undotted(name), at, in);
    if (zone.isPresent() && act == Act.LOCAL_DATA) {
      redirect = Optional.of(new Redirect(zone.get(), in.line(), value));
    } else if (zone.isPresent()) {
      in.item(suffix(zone.get()), Prescription.of(act));
    }
  }

  /** Names in zones may be written with a dot at the end: there it is no dirt. */
  private static String undotted(String name) {
    return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static Matcher suffix(DomainName name) {
    return new NameMatcher(name, NameMatcher.Scope.SUFFIX);
  }

  private void data(String value, int column, Intake in) throws IOException {
    Words words = new Words(value);
    String name = words.next() ? words.word() : "";
    Optional<DomainName> owner = Naming.name(undotted(name), column + words.column() - 1, in);
    Optional<DnsText.Data> record = DnsText.data(words.rest());
    if (record.isEmpty()) {
      in.refuseValue(Fault.SHAPE, column, value, "name [ttl] [IN] type data");
    } else if (owner.isPresent() && redirect.map(Redirect::name).equals(owner)) {
      data.add(record.get().text());
    } else if (owner.isPresent()) {
      flush(in);
      Prescription own =
          new Prescription(Act.LOCAL_DATA, record.get().ttl(), List.of(record.get().text()));
      in.item(Matcher.exact(owner.get()), own);
    }
  }

  /** A redirect without data answers that there is none. */
  private void flush(Intake in) throws IOException {
    if (redirect.isPresent()) {
      Redirect held = redirect.get();
      redirect = Optional.empty();
      int line = in.line();
      in.at(held.line(), held.text());
      in.item(
          suffix(held.name()),
          data.isEmpty()
              ? Prescription.of(Act.NODATA)
              : Prescription.data(data.toArray(String[]::new)));
      in.at(line, "");
      data.clear();
    }
  }

  @Override
  public void end(Intake in) throws IOException {
    flush(in);
  }
}
