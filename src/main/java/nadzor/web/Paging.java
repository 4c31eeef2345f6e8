package nadzor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nadzor.office.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts lists into pages. */
final class Paging {
  private Paging() {}

  /** The page that the call asks for. */
  static <T> Answer of(Call call, View view, List<T> all, Function<T, ? extends JsonNode> shape) {
    return of(call, view, new Sifted<>(all), shape);
  }

  /** The same of what passes of a list, which is looked at no further than needed. */
  static <T> Answer of(
      Call call, View view, Sifted<T> sifted, Function<T, ? extends JsonNode> shape) {
    int total = sifted.total();
    int offset = Math.min(total, offset(call));
    int end = (int) Math.min((long) offset + call.limit(), total);
    return of(call, view, sifted.between(offset, end), total, shape);
  }

  /** How many came before the page that the call asks for. */
  static int offset(Call call) {
    return call.cursor().map(Cursor::offset).orElse(0);
  }

  /** A page that was cut already, of so many in all. */
  static <T> Answer of(
      Call call, View view, List<T> cut, int total, Function<T, ? extends JsonNode> shape) {
    int end = offset(call) + cut.size();
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    cut.forEach(one -> items.add(shape.apply(one)));
    page.put("total", total);
    page.put("at", view.at().toString());
    page.put("known", view.known().toString());
    if (end < total) {
      Optional<Instant> known = Optional.of(view.known());
      page.put("next", new Cursor(end, view.at(), known).text());
    }
    return Answer.ok(page);
  }
}
