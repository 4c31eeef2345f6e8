package nadzor.cli.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a command was given, as the fields of a body or of a query; what was not given is left out.
 */
final class Fields {
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  Fields put(String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value.toString());
    }
    return this;
  }

  Fields put(String name, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(body.withArray(name)::add);
    }
    return this;
  }

  ObjectNode body() {
    return body;
  }

  Map<String, String> query() {
    Map<String, String> query = new TreeMap<>();
    body.properties().forEach(field -> query.put(field.getKey(), field.getValue().asString()));
    return query;
  }
}
