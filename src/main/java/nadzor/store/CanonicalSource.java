package nadzor.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonToken;

/**
 * Tokens of canonical JSON, as nearly all records are kept: without white space, escapes, signs and
 * fractions. Takes less than JSON is, and that as any parser would; gives up with {@link
 * NotCanonical} at anything else, and never says why. A start reads a million records with it.
 */
final class CanonicalSource implements Source {
  private static final int DEEPEST = 20;
  private static final int DIGITS = 18;

  private final byte[] line;
  private final Words words;
  private JsonToken token = JsonToken.NOT_AVAILABLE;

  /** The next octet that nobody looked at. */
  private int at;

  /** Where the text or key begins and ends that was met last, without its quotes. */
  private int from;

  private int to;
  private boolean ascii;
  private long number;
  private int depth;

  /** A bit for each container that is open, the innermost the lowest: 1 for an object. */
  private long objects;

  CanonicalSource(byte[] line, Words words) {
    this.line = line;
    this.words = words;
  }

  @Override
  public JsonToken advance() {
    token = following();
    return token;
  }

  private JsonToken following() {
    return switch (token) {
      case START_OBJECT -> octet() == '}' ? close() : key();
      case START_ARRAY -> octet() == ']' ? close() : value();
      case PROPERTY_NAME -> value();
      default -> depth == 0 ? outermost() : afterValue();
    };
  }

  private JsonToken outermost() {
    if (at == 0) {
      return value();
    }
    if (at < line.length) {
      throw new NotCanonical();
    }
    return JsonToken.NOT_AVAILABLE;
  }

  private JsonToken afterValue() {
    if (octet() != ',') {
      return close();
    }
    at++;
    return (objects & 1) == 1 ? key() : value();
  }

  private byte octet() {
    if (at >= line.length) {
      throw new NotCanonical();
    }
    return line[at];
  }

  private JsonToken key() {
    string();
    skip(':');
    return JsonToken.PROPERTY_NAME;
  }

  private void skip(char expected) {
    if (octet() != expected) {
      throw new NotCanonical();
    }
    at++;
  }

  private JsonToken value() {
    return switch (octet()) {
      case '"' -> string();
      case '{' -> open(JsonToken.START_OBJECT, 1);
      case '[' -> open(JsonToken.START_ARRAY, 0);
      case 't' -> literal("true", JsonToken.VALUE_TRUE);
      case 'f' -> literal("false", JsonToken.VALUE_FALSE);
      case 'n' -> literal("null", JsonToken.VALUE_NULL);
      default -> digits();
    };
  }

  private JsonToken open(JsonToken start, int bit) {
    if (depth == DEEPEST) {
      throw new NotCanonical();
    }
    at++;
    depth++;
    objects = (objects << 1) | bit;
    return start;
  }

  private JsonToken close() {
    boolean object = (objects & 1) == 1;
    skip(object ? '}' : ']');
    depth--;
    objects >>>= 1;
    return object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
  }

  private JsonToken literal(String word, JsonToken meant) {
    for (int i = 0; i < word.length(); i++) {
      skip(word.charAt(i));
    }
    return meant;
  }

  private JsonToken string() {
    skip('"');
    int seen = 0;
    int i = at;
    for (; i < line.length && line[i] != '"'; i++) {
      if (line[i] == '\\' || (line[i] >= 0 && line[i] < ' ')) {
        throw new NotCanonical();
      }
      seen |= line[i];
    }
    from = at;
    to = i;
    ascii = seen >= 0;
    at = i;
    skip('"');
    return JsonToken.VALUE_STRING;
  }

  private JsonToken digits() {
    int start = at;
    number = 0;
    while (at < line.length && line[at] >= '0' && line[at] <= '9') {
      number = number * 10 + (line[at++] - '0');
    }
    int count = at - start;
    if (count == 0 || count > DIGITS || (count > 1 && line[start] == '0')) {
      throw new NotCanonical();
    }
    return JsonToken.VALUE_NUMBER_INT;
  }

  @Override
  public boolean at(JsonToken expected) {
    return token == expected;
  }

  @Override
  public boolean isNamed(String name) {
    if (token != JsonToken.PROPERTY_NAME || name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != line[from + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String text() {
    require(JsonToken.VALUE_STRING, "a string");
    return ascii
        ? new String(line, from, to - from, StandardCharsets.ISO_8859_1)
        : Words.decoded(line, from, to);
  }

  @Override
  public String word() {
    require(JsonToken.VALUE_STRING, "a string");
    return words.of(line, from, to);
  }

  @Override
  public Instant instant() {
    require(JsonToken.VALUE_STRING, "an instant");
    try {
      return words.of(Instants.parse(line, from, to));
    } catch (DateTimeException e) {
      throw new NotCanonical();
    }
  }

  @Override
  public long number() {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return number;
  }

  @Override
  public RuntimeException bad(String found, String expected) {
    return new NotCanonical();
  }

  @Override
  public String shown() {
    return "";
  }
}
