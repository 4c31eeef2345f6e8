package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.NameMatcher.Scope;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/** Reads names and repairs dirty ones by the rules of {@link Repair}, each of which is told. */
final class Naming {
  private static final CharMatcher BLANK =
      CharMatcher.whitespace().or(CharMatcher.anyOf("\u00a0\ufeff\u200b"));
  private static final CharMatcher QUOTE = CharMatcher.anyOf("\"'`");

  private final Intake in;
  private final int column;
  private final boolean cutsPaths;
  private String value;

  private Naming(String field, int column, boolean cutsPaths, Intake in) {
    this.value = field;
    this.column = column;
    this.cutsPaths = cutsPaths;
    this.in = in;
  }

  /** A name alone; empty where it was refused. */
  static Optional<DomainName> name(String field, int column, Intake in) throws IOException {
    return parse(repaired(field, column, true, in), column, in);
  }

  /**
   * A name, {@code *.name}, {@code .name}, or a text with stars; an address for one that stands
   * where a name should.
   *
   * @param cutsPaths whether a path after the name is cut off; refused else, unless empty
   */
  static Optional<Matcher> matcher(String field, int column, boolean cutsPaths, Intake in)
      throws IOException {
    boolean clean = isClean(field);
    String text = clean ? field : new Naming(field, column, cutsPaths, in).all();
    if ((clean || isClean(text)) && text.charAt(0) != '.') {
      Optional<Matcher> address = address(text);
      return address.isPresent()
          ? address
          : parse(text, column, in).map(name -> new NameMatcher(name, Scope.EXACT));
    }
    try {
      return Optional.of(Matcher.of(text));
    } catch (IllegalArgumentException e) {
      in.refuse(Fault.NAME, column, "'" + Remark.shown(field) + "'", reason(e));
      return Optional.empty();
    }
  }

  private static Optional<Matcher> address(String text) {
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' && Addresses.isLiteral(text)
        ? Optional.of(Matcher.of(text))
        : Optional.empty();
  }

  private static Optional<DomainName> parse(String text, int column, Intake in) throws IOException {
    try {
      return Optional.of(DomainName.of(text));
    } catch (IllegalArgumentException e) {
      in.refuse(Fault.NAME, column, "'" + Remark.shown(text) + "'", reason(e));
      return Optional.empty();
    }
  }

  private static String reason(IllegalArgumentException e) {
    return "a name of at most 63 octets a label and 253 in all ("
        + Remark.shown(String.valueOf(e.getMessage()))
        + ")";
  }

  /** Whether nothing has to be repaired. */
  static boolean isClean(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
      if (!fine && c != '_') {
        return false;
      }
    }
    return length > 0 && text.charAt(length - 1) != '.';
  }

  private static String repaired(String field, int column, boolean cutsPaths, Intake in)
      throws IOException {
    return isClean(field) ? field : new Naming(field, column, cutsPaths, in).all();
  }

  private String all() throws IOException {
    become(Repair.BLANK, QUOTE.trimFrom(BLANK.removeFrom(value)));
    become(Repair.BACKSLASH, value.replace('\\', '/'));
    become(Repair.SCHEME, value.replaceFirst("^(?i)[a-z][a-z0-9+.-]*:/+", ""));
    become(Repair.PATH, withoutPath());
    become(Repair.COMMA, value.replace(',', '.'));
    become(Repair.TRAILING_DOT, CharMatcher.is('.').trimTrailingFrom(value));
    if (!CharMatcher.ascii().matchesAllOf(value)) {
      become(Repair.IDN, ascii());
    }
    become(Repair.UPPER_CASE, value.toLowerCase(Locale.ROOT));
    return value;
  }

  private String withoutPath() {
    int path = CharMatcher.anyOf("/?#").indexIn(value);
    boolean cut = path > 0 && (cutsPaths || path == value.length() - 1);
    return cut ? value.substring(0, path) : value;
  }

  /** The name in A-labels, whatever stars and dots stand before it; as it is where it has none. */
  private String ascii() {
    int start = value.startsWith("*.") ? 2 : value.startsWith(".") ? 1 : 0;
    return DomainName.tryOf(value.substring(start))
        .map(name -> value.substring(0, start) + name)
        .orElse(value);
  }

  private void become(Repair rule, String next) throws IOException {
    if (!next.equals(value)) {
      in.repaired(rule, column, value, next);
      value = next;
    }
  }
}
