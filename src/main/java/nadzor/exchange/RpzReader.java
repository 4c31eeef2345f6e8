package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A policy zone as a zone file (RFC 1035 section 5): $ORIGIN and $TTL are obeyed, $INCLUDE and
 * $GENERATE refused; parentheses join lines.
 */
final class RpzReader implements LineFormat {
  private final RpzRecords records = new RpzRecords();
  private final StringBuilder joined = new StringBuilder();
  private String origin = ".";
  private String owner = "";
  private int depth;
  private int first;

  @Override
  public void line(String written, Intake in) throws IOException {
    String text = uncommented(written);
    if (depth == 0 && joined.length() == 0 && CharMatcher.anyOf("()").matchesNoneOf(text)) {
      whole(text, in);
      return;
    }
    first = joined.length() == 0 ? in.line() : first;
    joined.append(text).append(' ');
    depth += CharMatcher.is('(').countIn(text) - CharMatcher.is(')').countIn(text);
    if (joined.length() > in.limits().line() || depth < 0) {
      throw in.broken(Fault.SHAPE, 1, "parentheses that do not match", "those that do");
    }
    if (depth == 0) {
      int last = in.line();
      in.at(first, joined.toString());
      String all = CharMatcher.anyOf("()").replaceFrom(joined, ' ');
      joined.setLength(0);
      whole(all, in);
      in.at(last, "");
    }
  }

  /** The line before a semicolon outside of quotes. */
  private static String uncommented(String text) {
    if (text.indexOf(';') < 0) {
      return text;
    }
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '\\') {
        i++;
      } else if (c == ';' && !quoted) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private void whole(String text, Intake in) throws IOException {
    if (text.isBlank()) {
      return;
    }
    Words words = new Words(text);
    words.next();
    if (text.startsWith("$")) {
      directive(words.word().toUpperCase(Locale.ROOT), words, in);
      return;
    }
    int column = words.column();
    boolean named = column == 1;
    String last = owner;
    if (named) {
      owner = absolute(words.word());
      if (!words.next()) {
        in.refuseValue(Fault.SHAPE, 1, text, "owner, type and data");
        return;
      }
    } else if (last.isEmpty()) {
      in.refuseValue(Fault.SHAPE, 1, text.strip(), "an owner before its first record");
      return;
    }
    record(column, words, text, in);
  }

  private String absolute(String name) {
    if (name.equals("@")) {
      return origin;
    }
    return name.endsWith(".") ? name : name + (origin.equals(".") ? "." : "." + origin);
  }

  private void directive(String word, Words words, Intake in) throws IOException {
    boolean value = words.next();
    if (word.equals("$TTL") && value && DnsText.ttl(words.word()).isPresent()) {
      records.usualTtl(words.word());
    } else if (word.equals("$ORIGIN") && value && isName(absolute(words.word()))) {
      origin = absolute(words.word());
    } else {
      boolean known = word.equals("$INCLUDE") || word.equals("$GENERATE");
      in.refuseValue(
          Fault.DIRECTIVE,
          1,
          word,
          known ? "none: it is not obeyed" : "$TTL with a time or $ORIGIN with a name");
    }
  }

  private static boolean isName(String text) {
    try {
      return Name.fromString(text).isAbsolute();
    } catch (TextParseException e) {
      return false;
    }
  }

  private void record(int column, Words words, String text, Intake in) throws IOException {
    OptionalLong ttl = OptionalLong.empty();
    do {
      String word = words.word().toUpperCase(Locale.ROOT);
      OptionalLong seconds = DnsText.ttl(word);
      if (seconds.isPresent()) {
        ttl = seconds;
      } else if (!word.equals("IN")) {
        Optional<String> data = data(word, words.rest());
        if (data.isEmpty()) {
          in.refuseValue(
              Fault.SHAPE, words.column(), text.substring(words.column() - 1), "type and data");
        } else {
          records.record(new RpzRecords.Entry(owner, ttl, word, data.get(), column), text, in);
        }
        return;
      }
    } while (words.next());
    in.refuseValue(Fault.SHAPE, column, text.strip(), "owner, type and data");
  }

  /** The data in one spelling, names in it absolute. */
  private Optional<String> data(String type, String written) throws TextParseException {
    boolean usual = written.equals(".") || written.equals("*.") || written.startsWith("rpz-");
    if (type.equals("CNAME") && usual && written.indexOf(' ') < 0) {
      return Optional.of(absolute(written));
    }
    if (Type.value(type) < 0) {
      return Optional.empty();
    }
    Name base = Name.fromString(origin);
    return DnsText.parse(type, written, base).map(DnsText::value);
  }

  @Override
  public void end(Intake in) throws IOException {
    if (depth > 0) {
      throw in.broken(Fault.TRUNCATED, 1, "the end within parentheses", "a closing one");
    }
    records.flush(in);
  }
}
