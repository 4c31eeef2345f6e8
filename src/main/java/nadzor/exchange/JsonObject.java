package nadzor.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An object of a line: texts, whole numbers, lists of texts and objects one level down. What is
 * taken is gone; what is left over nobody knew.
 */
final class JsonObject {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private JsonObject() {}

  /**
   * Reads one, the parser being at its beginning.
   *
   * @throws IllegalArgumentException for another kind of value
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  static JsonObject read(JsonParser json, int depth) {
    JsonObject object = new JsonObject();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      object.values.put(key, value(json, token, key, depth));
    }
    return object;
  }

  private static Object value(JsonParser json, JsonToken token, String key, int depth) {
    if (token == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token == JsonToken.START_ARRAY) {
      return texts(json, key);
    }
    if (token == JsonToken.START_OBJECT && depth > 0) {
      return read(json, depth - 1);
    }
    throw new IllegalArgumentException("'" + Remark.shown(key) + "' has a value of another kind");
  }

  private static List<String> texts(JsonParser json, String key) {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException("'" + Remark.shown(key) + "' has more than texts");
      }
      texts.add(json.getString());
    }
    return texts;
  }

  private <T> Optional<T> take(String key, Class<T> kind) {
    Optional<Object> value = Optional.ofNullable(values.remove(key));
    if (value.isPresent() && !kind.isInstance(value.get())) {
      throw new IllegalArgumentException("'" + key + "' has a value of another kind");
    }
    return value.map(kind::cast);
  }

  Optional<String> text(String key) {
    return take(key, String.class);
  }

  Optional<Long> number(String key) {
    return take(key, Long.class);
  }

  Optional<JsonObject> object(String key) {
    return take(key, JsonObject.class);
  }

  List<String> texts(String key) {
    Optional<List<?>> list = take(key, List.class).map(all -> all);
    List<String> texts = new ArrayList<>();
    list.ifPresent(all -> all.forEach(text -> texts.add(String.valueOf(text))));
    return texts;
  }

  /** Everything that is left, as texts. */
  Map<String, String> rest() {
    Map<String, String> rest = new LinkedHashMap<>();
    values.forEach((key, value) -> rest.put(key, String.valueOf(value)));
    values.clear();
    return rest;
  }

  /** Refuses what nobody took. */
  void end() {
    if (!values.isEmpty()) {
      throw new IllegalArgumentException(
          "an unknown key '" + Remark.shown(values.keySet().iterator().next()) + "'");
    }
  }
}
