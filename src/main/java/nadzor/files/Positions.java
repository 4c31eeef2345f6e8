package nadzor.files;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/** Where every key and every value of a document stands, by JSON pointer. Immutable once read. */
final class Positions {
  private final String file;
  private final Map<String, Position> keys = new HashMap<>();
  private final Map<String, Position> values = new HashMap<>();

  private Positions(String file) {
    this.file = file;
  }

  /** Walks the tokens to the end. */
  static Positions of(String file, JsonParser parser) {
    Positions positions = new Positions(file);
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (!token.isStructEnd()) {
        positions.note(token, parser);
      }
    }
    return positions;
  }

  private void note(JsonToken token, JsonParser parser) {
    TokenStreamContext context = parser.streamReadContext();
    TokenStreamContext named = token.isStructStart() ? context.getParent() : context;
    String pointer = named == null ? "" : named.pathAsPointer().toString();
    TokenStreamLocation location = parser.currentTokenLocation();
    Position at = new Position(file, location.getLineNr(), location.getColumnNr());
    if (token == JsonToken.PROPERTY_NAME) {
      keys.put(pointer, at);
    } else {
      values.put(pointer, at);
    }
  }

  /** Where the key of this pointer stands; where there is none, its value; at last the start. */
  Position ofKey(String pointer) {
    Position key = keys.get(pointer);
    return key == null ? ofValue(pointer) : key;
  }

  /** Where the value of this pointer stands. */
  Position ofValue(String pointer) {
    Position value = values.get(pointer);
    return value == null ? new Position(file, 1, 1) : value;
  }
}
