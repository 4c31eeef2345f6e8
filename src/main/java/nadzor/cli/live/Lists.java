package nadzor.cli.live;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** JSON arrays as lists. */
final class Lists {
  private Lists() {}

  /** The elements of an array; none where there is no array. */
  static List<JsonNode> of(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
