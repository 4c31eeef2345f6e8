package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The register, whole or asked for one resource. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = "Prints the register, or looks one URL, name or address up in it.",
    footer = {
      "",
      "Example:  nadzor register",
      "          nadzor register www.instagram.com --at 2022-03-14 --lang ru"
    })
public final class RegisterCommand implements Callable<Integer> {
  private static final int MOST = 100_000;
  private static final Table ENTRIES =
      Table.of(
          "ENTRY /id",
          "PLATFORM /platform",
          "MEASURE /measure",
          "DECISION /decision",
          "CASE /case",
          "TYPE /entryType",
          "BLOCK /blockType",
          "BASIS /legalBasis",
          "SINCE /includeTime",
          "AUTHORITY /org");

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..1",
      description = "A URL, a name or an address; without it the whole register.")
  @Nullable String query;

  @Option(names = "--lang", paramLabel = "LANG", description = "en or ru, for statements.")
  @Nullable String lang;

  @Mixin TimeTravel when = new TimeTravel();
  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    if (query == null) {
      connection.print(
          ENTRIES, connection.api().items("/register", when.into(new Fields()).query(), MOST));
      return 0;
    }
    Fields asked = when.into(new Fields().put("q", query).put("lang", lang));
    JsonNode lookup = connection.api().get("/register/lookup", asked.query());
    switch (connection.form) {
      case JSON -> connection.print(ENTRIES, lookup);
      case CSV -> connection.print(ENTRIES, Lists.of(lookup.path("entries")));
      case TABLE -> tell(lookup);
    }
    return 0;
  }

  private void tell(JsonNode lookup) {
    PrintWriter out = connection.out();
    String name = Table.printable(Table.text(lookup.path("query")));
    if (!lookup.path("held").asBoolean(false)) {
      out.println(name + " is not in the register.");
      return;
    }
    out.println(name + " is in the register:");
    connection.print(ENTRIES, Lists.of(lookup.path("entries")));
    for (JsonNode statement : lookup.path("statements")) {
      out.println();
      Table.text(statement.path("text")).lines().map(Table::printable).forEach(out::println);
    }
    out.flush();
  }
}
