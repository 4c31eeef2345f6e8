package nadzor.cli.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Proves the chain of hashes. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves that nothing in the journal was changed: follows its chain of hashes from "
          + "the first record to the last and names the first broken link.",
      "Exit code 1 where one is broken."
    },
    footer = {
      "",
      "Example:  nadzor case verify",
      "          nadzor case verify --store journal.db      (a store, with no laboratory)"
    })
final class CaseVerifyCommand implements Callable<Integer> {
  private static final int BROKEN = 1;
  private static final Table VERIFIED =
      Table.of(
          "WHOLE /whole",
          "RECORDS /entries",
          "HEAD /head",
          "BROKEN-AT /broken/number",
          "WHAT /broken/what");

  @Option(
      names = "--store",
      paramLabel = "URL|FILE",
      description = "This store instead of the running laboratory's; it is only read.")
  @Nullable String store;

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    JsonNode verified =
        store == null
            ? connection.api().get("/journal/verify", Map.of())
            : new Offline(store).verified();
    connection.print(VERIFIED, verified);
    return verified.path("whole").asBoolean(false) ? 0 : BROKEN;
  }
}
