package nadzor.store;

import java.time.Instant;
import tools.jackson.core.JsonToken;

/** The tokens of one text, one after the other. Used by one thread. */
interface Source {
  /** Goes on to the next token; {@link JsonToken#NOT_AVAILABLE} at the end. */
  JsonToken advance();

  /** Goes on to the next token and tells whether it is this one. */
  default boolean next(JsonToken token) {
    return advance() == token;
  }

  /** Whether it stands at such a token. */
  boolean at(JsonToken token);

  /** Whether the key that it stands at is this one. */
  boolean isNamed(String name);

  /** The text that it stands at, a fresh string. */
  String text();

  /** The text that it stands at, one string for equal texts where that is cheap. */
  String word();

  /** The instant that it stands at, one for equal instants where that is cheap. */
  Instant instant();

  /** The whole number that it stands at. */
  long number();

  /** The truth value that it stands at. */
  default boolean truth() {
    if (!at(JsonToken.VALUE_TRUE)) {
      require(JsonToken.VALUE_FALSE, "true or false");
    }
    return at(JsonToken.VALUE_TRUE);
  }

  /** Refuses another token than this one. */
  default void require(JsonToken token, String expected) {
    if (!at(token)) {
      throw bad(shown(), expected);
    }
  }

  /** A refusal of what it stands at. */
  RuntimeException bad(String found, String expected);

  /** What it stands at, as messages show it. */
  String shown();

  /** A text as messages show it. */
  static String shown(String text) {
    int longest = 60;
    String start = text.length() > longest ? text.substring(0, longest) + "..." : text;
    return "'" + start + "'";
  }
}
