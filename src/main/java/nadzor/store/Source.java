package nadzor.store;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** The tokens of one text, with refusals that name the place. Used by one thread. */
final class Source {
  private static final int LONGEST_SHOWN = 60;

  private final JsonParser parser;
  private final Words words;

  Source(JsonParser parser, Words words) {
    this.parser = parser;
    this.words = words;
  }

  /** Goes on to the next token and tells whether it is this one. */
  boolean next(JsonToken token) {
    return advance() == token;
  }

  JsonToken advance() {
    try {
      JsonToken token = parser.nextToken();
      return token == null ? JsonToken.NOT_AVAILABLE : token;
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  boolean at(JsonToken token) {
    return parser.currentToken() == token;
  }

  String name() {
    return parser.currentName();
  }

  /** The text that the source stands at, a fresh string. */
  String text() {
    require(JsonToken.VALUE_STRING, "a string");
    try {
      return parser.getString();
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  /** The text that the source stands at, one string for equal texts where that is cheap. */
  String word() {
    require(JsonToken.VALUE_STRING, "a string");
    try {
      return words.of(
          parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  /** The instant, one for equal instants where that is cheap. */
  Instant once(Instant instant) {
    return words.of(instant);
  }

  long number() {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return parser.getLongValue();
    } catch (tools.jackson.core.exc.InputCoercionException e) {
      throw bad(shown(), "a whole number of 64 bits");
    }
  }

  boolean truth() {
    if (!at(JsonToken.VALUE_TRUE)) {
      require(JsonToken.VALUE_FALSE, "true or false");
    }
    return at(JsonToken.VALUE_TRUE);
  }

  void require(JsonToken token, String expected) {
    if (!at(token)) {
      throw bad(shown(), expected);
    }
  }

  /** A refusal of what the source stands at. */
  BadRecord bad(String found, String expected) {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    return new BadRecord(pointer, found, expected, parser.currentTokenLocation().getByteOffset());
  }

  private BadRecord malformed(StreamReadException e) {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    return new BadRecord(pointer, "no JSON: " + e.getOriginalMessage(), "JSON", offset);
  }

  /** What the source stands at, as messages show it. */
  String shown() {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.NOT_AVAILABLE) {
      return "the end";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case END_OBJECT, END_ARRAY -> "the end of it";
      case VALUE_STRING -> shown(text());
      case PROPERTY_NAME -> "the key " + shown(parser.currentName());
      default -> parser.getString();
    };
  }

  static String shown(String text) {
    String start = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return "'" + start + "'";
  }
}
