package nadzor.exchange;

import java.io.IOException;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;

/**
 * A name, mask, address, prefix, span of addresses or URL a line, told apart line by line; a hash
 * sign or an exclamation mark begins a comment.
 */
final class PlainReader implements LineFormat {
  private final Ranges ranges = new Ranges();

  @Override
  public void line(String written, Intake in) throws IOException {
    String text = uncommented(written);
    if (Naming.isClean(text) && Character.isLetter(text.charAt(text.length() - 1))) {
      other(text, 1, in);
      return;
    }
    String value = text.strip();
    if (!value.isEmpty()) {
      value(value, written.indexOf(value) + 1, in);
    }
  }

  private static String uncommented(String text) {
    if (text.startsWith("#") || text.startsWith("!")) {
      return "";
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment);
  }

  private void value(String value, int column, Intake in) throws IOException {
    if (value.startsWith("http://") && value.endsWith("*")) {
      prefix(value, column, in);
    } else if (isUrl(value)) {
      Optional<Target.Url> url = Locating.url(value, column, in);
      if (url.isPresent()) {
        in.item(url.get(), Prescription.LISTED);
      }
    } else if (Addressing.isSpan(value)) {
      for (AddressRange range : Addressing.span(value, column, in)) {
        range(range, column, in);
      }
    } else if (isRange(value)) {
      Optional<AddressRange> range = Addressing.range(value, column, in);
      if (range.isPresent()) {
        range(range.get(), column, in);
      }
    } else {
      other(value, column, in);
    }
  }

  private static boolean isUrl(String value) {
    int colon = value.indexOf(':');
    return colon > 0
        && value.length() > colon + 2
        && isSlash(value.charAt(colon + 1))
        && isSlash(value.charAt(colon + 2));
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static boolean isRange(String value) {
    char first = value.charAt(0);
    boolean digit = Character.digit(first, 16) >= 0 || first == ':';
    int slash = value.indexOf('/');
    String base = slash < 0 ? value : value.substring(0, slash);
    return digit && Addresses.isLiteral(base);
  }

  private void range(AddressRange range, int column, Intake in) throws IOException {
    ranges.check(range, column, in);
    in.item(Addressing.matcher(range));
  }

  private static void prefix(String value, int column, Intake in) throws IOException {
    try {
      in.item(Matcher.of(value));
    } catch (IllegalArgumentException e) {
      in.refuseValue(Fault.URL, column, value, String.valueOf(e.getMessage()));
    }
  }

  private static void other(String value, int column, Intake in) throws IOException {
    boolean ported = value.startsWith("[") || value.matches("(\\*|[0-9./]+):[0-9-]+");
    if (ported) {
      prefix(value, column, in);
      return;
    }
    Optional<Matcher> what = Naming.matcher(value, column, false, in);
    if (what.isPresent()) {
      in.item(what.get());
    }
  }
}
