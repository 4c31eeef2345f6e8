package nadzor.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Tokens as a JSON parser finds them: of any JSON, with refusals that name the place. */
final class ParsedSource implements Source {
  private final JsonParser parser;
  private final Words words;

  ParsedSource(JsonParser parser, Words words) {
    this.parser = parser;
    this.words = words;
  }

  @Override
  public JsonToken advance() {
    try {
      JsonToken token = parser.nextToken();
      return token == null ? JsonToken.NOT_AVAILABLE : token;
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  @Override
  public boolean at(JsonToken token) {
    return parser.currentToken() == token;
  }

  @Override
  public boolean isNamed(String name) {
    return name.equals(parser.currentName());
  }

  /**
   * A lone surrogate, which an escape can spell, is no text: UTF-8 (RFC 3629) has no octets for it.
   */
  @Override
  public String text() {
    String text = anyText();
    int lone = Texts.loneSurrogate(text);
    if (lone >= 0) {
      throw bad(Texts.found(text, lone), Texts.TEXTUAL);
    }
    return text;
  }

  private String anyText() {
    require(JsonToken.VALUE_STRING, "a string");
    try {
      return parser.getString();
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  @Override
  public String word() {
    return words.of(text());
  }

  @Override
  public Instant instant() {
    String text = text();
    try {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      return words.of(Instants.parse(octets, 0, octets.length));
    } catch (DateTimeException e) {
      throw bad(Source.shown(text), "an instant as 2022-03-04T16:00:00Z");
    }
  }

  @Override
  public long number() {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return parser.getLongValue();
    } catch (tools.jackson.core.exc.InputCoercionException e) {
      throw bad(shown(), "a whole number of 64 bits");
    }
  }

  @Override
  public BadRecord bad(String found, String expected) {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    return new BadRecord(pointer, found, expected, parser.currentTokenLocation().getByteOffset());
  }

  private BadRecord malformed(StreamReadException e) {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    return new BadRecord(pointer, "no JSON: " + e.getOriginalMessage(), "JSON", offset);
  }

  @Override
  public String shown() {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.NOT_AVAILABLE) {
      return "the end";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case END_OBJECT, END_ARRAY -> "the end of it";
      case VALUE_STRING -> Source.shown(anyText());
      case PROPERTY_NAME -> "the key " + Source.shown(parser.currentName());
      default -> parser.getString();
    };
  }
}
