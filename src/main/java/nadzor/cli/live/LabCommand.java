package nadzor.cli.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Puts the running laboratory into a known state. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the running laboratory into a known state: populate fills the journal with "
          + "the scenario's records up to an instant, reset empties it."
    },
    footer = {"", "Example:  nadzor lab populate --at 2022-03-04", "          nadzor lab reset"})
public final class LabCommand implements Callable<Integer> {
  private static final Table STATE =
      Table.of("RECORDS /entries", "CALENDAR /at", "IN-FORCE /inForce");

  @Parameters(paramLabel = "DO", description = "populate or reset")
  String deed = "";

  @Option(names = "--at", paramLabel = "WHEN", description = "Up to then, and the calendar there.")
  @Nullable String at;

  @Option(names = "--dry-run", description = "Tell what would happen; change nothing.")
  boolean dryRun;

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    if (!deed.equals("populate") && !deed.equals("reset")) {
      throw new IllegalArgumentException("found '" + deed + "', expected populate or reset");
    }
    Map<String, String> query = dryRun ? Map.of("dryRun", "true") : Map.of();
    JsonNode state =
        connection.api().post("/lab/" + deed, query, new Fields().put("at", at).body());
    connection.print(STATE, state);
    return 0;
  }
}
