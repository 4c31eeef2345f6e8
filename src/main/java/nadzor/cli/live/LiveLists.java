package nadzor.cli.live;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of the running laboratory. */
public final class LiveLists {
  private static final Table STATE =
      Table.of(
          "IN-FORCE /inForce",
          "ON-TRIAL /trial/number",
          "MODE /trial/mode",
          "SHARE /trial/share",
          "NEWLY-RESTRICTED /newlyRestricted",
          "LAST-TRIAL /ended/why");

  private LiveLists() {}

  /**
   * Asks for a change, and prints what the networks then apply.
   *
   * @throws Refused if the laboratory does not do it, or none runs
   */
  public static void send(Connection to, String path, ObjectNode body) throws IOException {
    JsonNode state = to.api().post(path, Map.of(), body);
    to.print(STATE, state);
  }
}
