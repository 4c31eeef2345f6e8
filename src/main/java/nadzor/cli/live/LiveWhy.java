package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the running laboratory does with a URL, a name or an address, and why. */
public final class LiveWhy {
  private static final Table SIGHTINGS =
      Table.of("SEEN /on", "ACTION /action", "RULE /rule", "DECISION /decision", "CASE /case");

  private LiveWhy() {}

  /**
   * Asks the judges of the networks and prints their answers.
   *
   * @throws Refused if no laboratory runs, or it refuses the question
   */
  public static void run(Connection connection, String url, List<String> networks)
      throws IOException {
    Fields asked = new Fields().put("url", url);
    if (!networks.isEmpty()) {
      asked.put("network", String.join(",", networks));
    }
    print(connection, connection.api().get("/why", asked.query()));
  }

  private static void print(Connection connection, JsonNode why) {
    if (connection.form == Form.JSON) {
      connection.print(SIGHTINGS, why);
      return;
    }
    PrintWriter out = connection.out();
    for (JsonNode network : why.path("networks")) {
      boolean restricted = network.path("restricted").asBoolean(false);
      out.println(
          Table.printable(Table.text(network.path("network")))
              + ": "
              + (restricted ? "restricted" : "free"));
      if (restricted) {
        connection.print(SIGHTINGS, Lists.of(network.path("sightings")));
      }
    }
    for (JsonNode one : why.path("decisions")) {
      out.println(
          Table.printable(
              "held by decision %s in case %s of %s, on %s violations"
                  .formatted(
                      Table.text(one.path("decision")),
                      Table.text(one.path("case")),
                      Table.text(one.path("authority")),
                      Table.text(one.path("violationCount")))));
    }
    out.flush();
  }
}
