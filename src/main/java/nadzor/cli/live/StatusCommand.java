package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** The running laboratory at a glance. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells how the running laboratory stands: clock, records, what is in force.",
    footer = {"", "Example:  nadzor status", "          nadzor status -o json"})
public final class StatusCommand implements Callable<Integer> {
  private static final Table NETWORKS =
      Table.of("NETWORK /name", "PROFILE /profile", "VERSION /version", "RULES /rules");

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    JsonNode summary = connection.api().get("/summary", Map.of());
    switch (connection.form) {
      case JSON -> connection.print(NETWORKS, summary);
      case CSV -> connection.print(NETWORKS, Lists.of(summary.path("networks")));
      case TABLE -> tell(summary);
    }
    return 0;
  }

  private void tell(JsonNode summary) {
    PrintWriter out = connection.out();
    JsonNode clock = summary.path("clock");
    String pace =
        clock.path("running").asBoolean(false)
            ? "running at x" + Table.text(clock.path("speed"))
            : "paused";
    out.println("Simulation " + line(summary.path("scenario")));
    out.println("Calendar   " + line(clock.path("at")) + ", " + pace);
    out.println("Records    " + counts(summary.path("counts")));
    out.println("Store      " + store(summary.path("store")));
    for (JsonNode next : summary.path("upcoming")) {
      out.println("Coming     " + line(next.path("at")) + "  " + line(next.path("what")));
    }
    out.println();
    connection.print(NETWORKS, Lists.of(summary.path("networks")));
  }

  private static String counts(JsonNode counts) {
    return "%s in the journal: %s cases (%s open), %s violations, %s proposals wait, %s decisions in force"
        .formatted(
            Table.text(counts.path("journalEntries")),
            Table.text(counts.path("cases")),
            Table.text(counts.path("openCases")),
            Table.text(counts.path("violations")),
            Table.text(counts.path("openProposals")),
            Table.text(counts.path("inForce")));
  }

  private static String store(JsonNode store) {
    return store.path("writable").asBoolean(false)
        ? line(store.path("kind")) + ", writable"
        : line(store.path("kind")) + " is not writable: " + line(store.path("detail"));
  }

  private static String line(JsonNode value) {
    return Table.printable(Table.text(value));
  }
}
