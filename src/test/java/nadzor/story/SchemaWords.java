package nadzor.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a schema and the words that values may be, each with its place: the keys that lead
 * there, as {@code world.sites.object}. Lists leave no trace in it.
 */
final class SchemaWords {
  private static final List<String> ONE =
      List.of("items", "additionalProperties", "if", "then", "else");
  private static final List<String> SEVERAL = List.of("anyOf", "oneOf", "allOf");

  private final JsonNode root;
  private final Map<String, Boolean> keys = new TreeMap<>();
  private final Map<String, Set<String>> values = new TreeMap<>();

  private SchemaWords(JsonNode root) {
    this.root = root;
  }

  /** Those of a shipped schema, with all places below another one. */
  static SchemaWords of(String name, String below) {
    Path file = Path.of("src", "main", "resources", "schema", name + ".json");
    try {
      SchemaWords words = new SchemaWords(JsonMapper.shared().readTree(Files.readString(file)));
      words.look(words.root, below, Set.of());
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every key with its place, and whether it is needed there. */
  Map<String, Boolean> keys() {
    return keys;
  }

  /** Calls back with every place and each key or value that it may have. */
  void each(BiConsumer<String, String> to) {
    keys.keySet()
        .forEach(
            key -> {
              int dot = key.lastIndexOf('.');
              to.accept(key.substring(0, Math.max(0, dot)), key.substring(dot + 1));
            });
    values.forEach((place, words) -> words.forEach(word -> to.accept(place, word)));
  }

  private void look(JsonNode schema, String place, Set<String> open) {
    if (!schema.isObject()) {
      return;
    }
    String ref = schema.has("$ref") ? schema.get("$ref").asString() : "";
    if (!ref.isEmpty() && !open.contains(ref)) {
      Set<String> more = new HashSet<>(open);
      more.add(ref);
      look(root.at(ref.substring(1)), place, more);
    }
    for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
      String at = place.isEmpty() ? key.getKey() : place + "." + key.getKey();
      keys.merge(at, isNeeded(schema, key.getKey()), Boolean::logicalOr);
      look(key.getValue(), at, open);
    }
    ONE.forEach(keyword -> look(schema.path(keyword), place, open));
    SEVERAL.forEach(keyword -> schema.path(keyword).forEach(one -> look(one, place, open)));
    schema.path("enum").forEach(word -> value(place, word));
    value(place, schema.path("const"));
  }

  private void value(String place, JsonNode word) {
    if (word.isString() || word.isNumber()) {
      values.computeIfAbsent(place, absent -> new TreeSet<>()).add(word.asString());
    }
  }

  private static boolean isNeeded(JsonNode schema, String key) {
    for (JsonNode needed : schema.path("required")) {
      if (needed.asString().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
