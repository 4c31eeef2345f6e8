package nadzor.files;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One of the shipped JSON Schemas (2020-12). Immutable, thread-safe. */
public final class Schema {
  private final com.networknt.schema.Schema schema;

  private Schema(com.networknt.schema.Schema schema) {
    this.schema = schema;
  }

  /**
   * The schema {@code name}, from the class path's {@code schema/name.json}.
   *
   * @throws IllegalArgumentException if none of that name is shipped
   */
  public static Schema named(String name) {
    String path = "/schema/" + name + ".json";
    try (InputStream in = Schema.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + path);
      }
      SchemaRegistry registry =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      return new Schema(registry.getSchema(in, InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws {@link BadFile} with every problem, first line first. */
  void check(JsonNode root, Positions positions) {
    List<Error> errors = schema.validate(root);
    List<Problem> problems =
        errors.stream()
            .filter(error -> !isEcho(error, errors))
            .map(error -> problem(error, positions))
            .distinct()
            .sorted(
                Comparator.comparingInt((Problem p) -> p.at().line())
                    .thenComparingInt(p -> p.at().column()))
            .toList();
    if (!problems.isEmpty()) {
      throw new BadFile(problems);
    }
  }

  /** Where a referenced part of a schema fails, all its keys count as unevaluated: an echo. */
  private static boolean isEcho(Error error, List<Error> all) {
    return error.getKeyword().equals("unevaluatedProperties")
        && all.stream()
            .filter(other -> !other.getKeyword().equals("unevaluatedProperties"))
            .anyMatch(other -> isWithin(other, error.getInstanceLocation().toString()));
  }

  private static boolean isWithin(Error error, String pointer) {
    String at = error.getInstanceLocation().toString();
    return at.equals(pointer) || at.startsWith(pointer + "/");
  }

  private Problem problem(Error error, Positions positions) {
    String pointer = error.getInstanceLocation().toString();
    String key = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" -> {
        String at = pointer + "/" + Node.escape(String.valueOf(key));
        yield new Problem(
            positions.ofKey(at), Node.path(pointer), "unknown key '" + key + "'", known(error));
      }
      case "required" ->
          new Problem(
              positions.ofKey(pointer),
              Node.path(pointer),
              "no '" + key + "'",
              "key '" + key + "'");
      default ->
          new Problem(
              positions.ofValue(pointer),
              Node.path(pointer),
              shown(error.getInstanceNode()),
              expected(error));
    };
  }

  private String known(Error error) {
    String keyword = error.getSchemaLocation().getFragment().toString();
    JsonNode parent = schema.getSchemaNode().at(keyword.substring(0, keyword.lastIndexOf('/')));
    Set<String> keys = new LinkedHashSet<>();
    if (parent.has("$ref")) {
      String target = parent.get("$ref").asString().substring(1);
      keys.addAll(schema.getSchemaNode().at(target).path("properties").propertyNames());
    }
    keys.addAll(parent.path("properties").propertyNames());
    return "one of " + String.join(", ", keys);
  }

  private static String shown(JsonNode node) {
    if (node == null || node.isMissingNode()) {
      return "nothing";
    }
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 77) + "..." : text;
  }

  private static String expected(Error error) {
    if (error.getKeyword().equals("type")) {
      JsonNode type = error.getSchemaNode();
      return type != null && type.isString() ? "a value of type " + type.asString() : shown(type);
    }
    String message = String.valueOf(error.getMessage());
    return message
        .replaceFirst("^(must be|must|does not) ", "")
        .replaceFirst("^have a value in the enumeration ", "one of ");
  }
}
