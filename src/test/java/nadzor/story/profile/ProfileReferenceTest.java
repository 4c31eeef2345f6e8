package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference of profiles has every word that the schema has. */
class ProfileReferenceTest {
  private static final Path SCHEMA = Path.of("src", "main", "resources", "schema", "profile.json");
  private static final Path REFERENCE = Path.of("src", "docs", "profiles.md");

  /** Keys of objects, and words that a value may be. */
  private static void words(JsonNode schema, Set<String> into) {
    schema.path("properties").propertyNames().forEach(into::add);
    schema.path("enum").forEach(word -> into.add(word.asString()));
    if (schema.path("const").isString()) {
      into.add(schema.path("const").asString());
    }
    schema.forEach(inner -> words(inner, into));
  }

  @Test
  void everyWordOfTheSchemaIsExplained() throws IOException {
    Set<String> words = new TreeSet<>();
    words(JsonMapper.shared().readTree(Files.readString(SCHEMA)), words);
    assertTrue(words.size() > 80, words.size() + " words");
    String reference = Files.readString(REFERENCE);
    words.removeIf(
        word ->
            reference.contains("`" + word.replace("|", "\\|") + "`")
                || reference.contains(word + ": ")
                || reference.contains(": " + word));
    assertEquals(Set.of(), words, "words that " + REFERENCE + " does not have");
  }
}
