package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What the networks do, as they do it. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = "Prints restrictions as they happen, or flows with --flows, until Ctrl-C.",
    footer = {
      "",
      "Example:  nadzor tail --network tspu-2022",
      "          nadzor tail --flows -o json"
    })
public final class TailCommand implements Callable<Integer> {
  @Option(names = "--flows", description = "Flows and their verdicts, restricted or not.")
  boolean flows;

  @Option(names = "--network", paramLabel = "NAME", description = "Only this network's.")
  @Nullable String network;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after so many; without it go on until Ctrl-C.")
  long count = Long.MAX_VALUE;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Go on behind the event of that id; what is still kept is told first.")
  String after = "";

  @Mixin Connection connection = new Connection();

  private long told;

  @Override
  public Integer call() throws IOException {
    String path = flows ? "/flows/stream" : "/restrictions/stream";
    connection
        .api()
        .listen(
            path,
            new Fields().put("network", network).query(),
            after,
            (id, kind, data) -> {
              tell(id, kind, data);
              return told < count;
            });
    return 0;
  }

  private void tell(String id, String kind, JsonNode data) {
    PrintWriter out = connection.out();
    if (kind.equals("gap")) {
      out.println("... some events are missing here: the laboratory keeps only the latest");
    } else if (connection.form == Form.JSON) {
      out.println(data);
      told++;
    } else if (data.has("flow") || data.has("seq")) {
      out.println(line(id, data.has("flow") ? data.path("flow") : data));
      told++;
    }
    out.flush();
  }

  private String line(String id, JsonNode what) {
    List<String> cells =
        flows
            ? cells(
                what,
                "/openedWall",
                "/network",
                "/via",
                "/name",
                "/server",
                "/verdict",
                "/action",
                "/decision")
            : cells(what, "/wall", "/network", "/on", "/name", "/action", "/decision", "/rule");
    return connection.form == Form.CSV
        ? id + "," + String.join(",", cells)
        : String.join("  ", cells);
  }

  private static List<String> cells(JsonNode what, String... pointers) {
    return List.of(pointers).stream()
        .map(pointer -> Table.printable(Table.text(what.at(pointer))))
        .map(cell -> cell.isEmpty() ? "-" : cell)
        .toList();
  }
}
