package nadzor.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An object of a body that is as the document says, read key by key. Immutable. */
record Body(JsonNode node, String pointer) {
  String text(String key) {
    return node.path(key).asString();
  }

  Optional<String> find(String key) {
    return node.has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  Optional<Instant> instant(String key) {
    return find(key).map(text -> Instants.of(at(key), text));
  }

  boolean flag(String key, boolean otherwise) {
    return node.path(key).asBoolean(otherwise);
  }

  int number(String key, int otherwise) {
    return node.path(key).asInt(otherwise);
  }

  Body object(String key) {
    return new Body(node.path(key), at(key));
  }

  List<Body> objects(String key) {
    List<Body> all = new ArrayList<>();
    for (int i = 0; i < node.path(key).size(); i++) {
      all.add(new Body(node.path(key).path(i), at(key) + "/" + i));
    }
    return all;
  }

  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    node.path(key).forEach(one -> all.add(one.asString()));
    return all;
  }

  /** The pointer to a key of it. */
  String at(String key) {
    return pointer + "/" + key;
  }

  /** The pointer to the text that a message quotes; to the whole where it quotes none of this. */
  String quoting(String message) {
    return quoting(node, pointer, message).orElse("");
  }

  private static Optional<String> quoting(JsonNode node, String at, String message) {
    if (node.isString()) {
      String text = node.asString();
      return !text.isEmpty() && message.contains("'" + text + "'")
          ? Optional.of(at)
          : Optional.empty();
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        Optional<String> inner = quoting(node.path(i), at + "/" + i, message);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return node.properties().stream()
        .flatMap(one -> quoting(one.getValue(), at + "/" + one.getKey(), message).stream())
        .findFirst();
  }
}
