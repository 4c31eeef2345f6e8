package nadzor.web;

import static nadzor.web.ServedOffice.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever list is gone through, filters give what a look at everything gives. */
class FilteringTest {
  @TempDir Path directory;

  /** A filter as it is written, and what it means. */
  private record Given(String written, Predicate<JsonNode> passes) {}

  private static Given given(String name, String value) {
    return new Given(name + "=" + encoded(value), one -> one.path(name).asString().equals(value));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static List<JsonNode> items(ServedOffice served, String list)
      throws IOException, InterruptedException {
    JsonNode page = served.get(API + list).json();
    List<JsonNode> all = new ArrayList<>();
    page.path("items").forEach(all::add);
    assertEquals(all.size(), page.path("total").asInt(), list);
    return all;
  }

  /** Every filter alone and with every other one. */
  private static void check(ServedOffice served, String list, List<Given> filters)
      throws IOException, InterruptedException {
    List<JsonNode> all = items(served, list);
    for (Given one : filters) {
      for (Given other : filters) {
        String query =
            list + "&" + one.written() + (one.equals(other) ? "" : "&" + other.written());
        List<JsonNode> expected = all.stream().filter(one.passes().and(other.passes())).toList();
        assertEquals(expected, items(served, query), query);
      }
    }
  }

  @Test
  void violations() throws IOException, InterruptedException {
    try (ServedOffice served = ServedOffice.start(directory, "2022-03-20T00:00:00Z")) {
      JsonNode first = items(served, "/violations?limit=500").get(0);
      String platform = first.path("platform").asString();
      record(served, "added-1", platform, first.path("kind").asString(), "zebra");
      record(served, "added-2", "instagram", "another", "zebra");
      record(served, "added-3", platform, "another", "zebra");
      for (String id : List.of("added-3", first.path("id").asString())) {
        served.post(API + "/violations/" + id + "/retraction", "{\"why\": \"wrong\"}");
      }
      for (String kind : List.of(first.path("kind").asString(), "another")) {
        List<Given> filters =
            List.of(
                given("platform", platform),
                given("kind", kind),
                given("basis", first.path("basis").asString()),
                new Given(
                    "from=2022-02-20T00:00:00Z",
                    one -> at(one).compareTo("2022-02-20T00:00:00Z") >= 0),
                new Given(
                    "to=2022-02-24T00:00:00Z",
                    one -> at(one).compareTo("2022-02-24T00:00:00Z") <= 0),
                new Given(
                    "case=case-facebook",
                    one -> one.path("platform").asString().equals("facebook")),
                new Given("q=zebra", one -> one.path("description").asString().equals("zebra")));
        check(served, "/violations?limit=500", filters);
        check(served, "/violations?limit=500&retracted=true", filters);
      }
      assertEquals(2, items(served, "/violations?q=zebra").size());
      assertEquals(3, items(served, "/violations?q=zebra&retracted=true").size());
      assertEquals(1, items(served, "/violations?q=zebra&platform=instagram").size());
    }
  }

  private static String at(JsonNode one) {
    return one.path("at").asString();
  }

  private static void record(
      ServedOffice served, String id, String platform, String kind, String text)
      throws IOException, InterruptedException {
    String body =
        """
        {"id": "%s", "platform": "%s", "at": "2022-03-19T00:00:00Z", "kind": "%s",
         "description": "%s", "source": "a test"}"""
            .formatted(id, platform, kind, text);
    assertEquals(201, served.post(API + "/violations", body).status());
  }

  @Test
  void decisions() throws IOException, InterruptedException {
    try (ServedOffice served = ServedOffice.start(directory, "2022-03-20T00:00:00Z")) {
      List<JsonNode> all = items(served, "/decisions?limit=500");
      assertTrue(all.size() > 2, all.size() + " decisions");
      JsonNode last = all.get(all.size() - 1);
      check(
          served,
          "/decisions?limit=500",
          List.of(
              given("case", last.path("case").asString()),
              given("authority", last.path("authority").asString()),
              given("state", "in force"),
              new Given(
                  "basis=" + encoded(last.at("/law/register").asString()),
                  one -> one.at("/law/register").equals(last.at("/law/register"))),
              new Given(
                  "platform=instagram", one -> one.path("on").toString().contains("\"instagram\"")),
              new Given("q=" + last.path("id").asString(), one -> one.equals(last))));
    }
  }
}
