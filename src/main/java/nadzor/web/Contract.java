package nadzor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's own document, {@code web/openapi.json}: what it says of parameters and bodies is what
 * requests are held to. Thread-safe.
 */
final class Contract {
  private static final String FILE = "/web/openapi.json";
  private static final String SCHEMAS = "#/components/schemas/";

  /** What the patterns of the document mean, for people. */
  private static final Map<String, String> PATTERNS =
      Map.of(
          "^[A-Za-z0-9._-]{1,100}$",
          "1 to 100 letters, digits, dots, underscores or hyphens",
          "^-?P",
          "a duration (PT1H30M, P2D)",
          "^[^/\\\\\\u0000-\\u001f\\u007f]+$",
          "a name without slashes");

  private static final String DEFINITIONS = "#/$defs/";

  private final byte[] text;
  private final JsonNode document;

  /** The schemas as a JSON Schema has them, outside of an OpenAPI document. */
  private final JsonNode definitions;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Contract(byte[] text) {
    this.text = text;
    document = Json.read(text);
    String schemas = Json.write(document.at("/components/schemas"));
    definitions = Json.read(schemas.replace(SCHEMAS, DEFINITIONS).getBytes(UTF_8));
  }

  static Contract shipped() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      return new Contract(Objects.requireNonNull(in, FILE).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] text() {
    return text.clone();
  }

  JsonNode document() {
    return document;
  }

  /** All operations, as {@code GET /api/v1/cases}. */
  List<String> operations() {
    List<String> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return all;
  }

  /** The parameters of an operation that stand in its query, by name. */
  Map<String, JsonNode> query(Way way) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode given : operation(way).path("parameters")) {
      JsonNode parameter = resolve(given);
      if (parameter.path("in").asString().equals("query")) {
        named.put(parameter.path("name").asString(), parameter);
      }
    }
    return named;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** The name of the schema of the body; empty where there is none. */
  Optional<String> body(Way way) {
    JsonNode ref = operation(way).at("/requestBody/content/application~1json/schema/$ref");
    return ref.isMissingNode()
        ? Optional.empty()
        : Optional.of(ref.asString().substring(SCHEMAS.length()));
  }

  JsonNode operation(Way way) {
    return document
        .path("paths")
        .path(way.path())
        .path(way.method().name().toLowerCase(Locale.ROOT));
  }

  /** What is wrong with a value beside a schema of the document, by name. */
  List<Fault> check(String name, JsonNode value) {
    Schema schema = schemas.computeIfAbsent(name, key -> registry.getSchema(wrapped(key)));
    return faults("", schema, value);
  }

  /** What is wrong with the value of a parameter. */
  List<Fault> check(JsonNode parameter, JsonNode value) {
    String name = parameter.path("name").asString();
    Schema schema =
        schemas.computeIfAbsent(
            "parameter " + parameter, key -> registry.getSchema(parameter.path("schema")));
    return faults("#query/" + name, schema, value);
  }

  private JsonNode wrapped(String name) {
    ObjectNode root = Json.object();
    root.put("$ref", DEFINITIONS + name);
    root.set("$defs", definitions);
    return root;
  }

  private static List<Fault> faults(String before, Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(error -> fault(before, error)).distinct().toList();
  }

  private static Fault fault(String before, Error error) {
    String pointer = before + error.getInstanceLocation();
    return switch (error.getKeyword()) {
      case "required" -> new Fault(pointer + "/" + error.getProperty(), "nothing", "a value");
      case "additionalProperties" ->
          new Fault(pointer + "/" + error.getProperty(), "an unknown key", "none of that name");
      default -> new Fault(pointer, shown(error.getInstanceNode()), expected(error));
    };
  }

  private static String shown(JsonNode node) {
    String text = node == null || node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 100 ? text.substring(0, 97) + "..." : text;
  }

  private static String expected(Error error) {
    JsonNode rule = error.getSchemaNode();
    String message = String.valueOf(error.getMessage());
    return switch (error.getKeyword()) {
      case "enum" -> "one of " + words(rule);
      case "exclusiveMinimum" -> "more than " + rule.asString();
      case "pattern" -> PATTERNS.getOrDefault(rule.asString(), "text like " + rule.asString());
      default -> message.replaceFirst("^.*?(must be |must have |must |does not )", "");
    };
  }

  private static String words(JsonNode all) {
    List<String> words = new ArrayList<>();
    all.forEach(one -> words.add(one.asString()));
    return String.join(", ", words);
  }
}
