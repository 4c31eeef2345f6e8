package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all commands that record something share. */
final class Writing {
  private static final Table RECORDED =
      Table.of("NUMBER /number", "KIND /kind", "ABOUT /about", "TITLE /title");
  private static final Table CHANGES =
      Table.of(
          "NETWORK /network",
          "VERSION /version",
          "RULES /rules",
          "ADDED /added",
          "REMOVED /removed");

  @Option(names = "--dry-run", description = "Tell what would happen; record nothing.")
  boolean dryRun;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who records it, as the journal keeps it.")
  @Nullable String recordedBy;

  /** Sends it and tells what was recorded and which networks changed. */
  void send(Connection to, String path, ObjectNode body) throws IOException {
    if (recordedBy != null) {
      body.put("recordedBy", recordedBy);
    }
    JsonNode written = to.api().post(path, query(), body);
    switch (to.form) {
      case JSON -> to.print(RECORDED, written);
      case CSV -> to.print(RECORDED, Lists.of(written.path("recorded")));
      case TABLE -> people(to, written);
    }
  }

  private void people(Connection to, JsonNode written) {
    tell(to.out(), written);
    List<JsonNode> networks = Lists.of(written.path("networks"));
    if (!networks.isEmpty()) {
      to.print(CHANGES, networks);
    }
    to.out().flush();
  }

  private Map<String, String> query() {
    return dryRun ? Map.of("dryRun", "true") : Map.of();
  }

  private void tell(PrintWriter out, JsonNode written) {
    String verb = dryRun ? "would record " : "recorded ";
    for (JsonNode entry : written.path("recorded")) {
      out.println(
          verb
              + Table.printable(
                  "no. "
                      + Table.text(entry.path("number"))
                      + ": "
                      + Table.text(entry.path("title"))));
    }
  }
}
