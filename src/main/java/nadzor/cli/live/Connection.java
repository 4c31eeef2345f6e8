package nadzor.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Which running laboratory, and how to print: the options that all these commands share. */
public final class Connection {
  @Option(
      names = "--api",
      paramLabel = "URL",
      description =
          "The laboratory's address. Without it NADZOR_API, or the laboratory that nadzor serve "
              + "started on this machine.")
  @Nullable URI api;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Where the token for writes is. Without it NADZOR_TOKEN holds it.")
  @Nullable Path tokenFile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "table (for people), json or csv; table without it.")
  Form form = Form.TABLE;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  /**
   * The laboratory's API.
   *
   * @throws Refused if none is named and none runs
   * @throws IOException if a file that tells of it cannot be read
   */
  Api api() throws IOException {
    return new Api(running(System.getenv()));
  }

  private Running running(Map<String, String> environment) throws IOException {
    Optional<URI> named =
        Optional.ofNullable(api)
            .or(() -> Optional.ofNullable(environment.get("NADZOR_API")).map(URI::create));
    Optional<Running> started = Running.read(Running.file(environment));
    Optional<String> token = token(environment);
    if (named.isPresent()) {
      Optional<String> own =
          started.filter(one -> one.api().equals(named.get())).flatMap(Running::token);
      return new Running(named.get(), token.or(() -> own));
    }
    Running found =
        started.orElseThrow(
            () ->
                new Refused(
                    Refused.UNREACHABLE,
                    "no laboratory runs here: start one with  nadzor serve , or name one with"
                        + " --api URL"));
    return new Running(found.api(), token.or(found::token));
  }

  private Optional<String> token(Map<String, String> environment) throws IOException {
    if (tokenFile != null) {
      return Optional.of(Files.readString(tokenFile).strip());
    }
    return Optional.ofNullable(environment.get("NADZOR_TOKEN"));
  }

  /** Prints one thing: as JSON it is an object. */
  void print(Table table, JsonNode one) {
    if (form == Form.JSON) {
      out().println(Table.json(one));
      out().flush();
    } else {
      print(table, List.of(one));
    }
  }

  /** Prints rows in the form that was asked for. */
  void print(Table table, List<JsonNode> rows) {
    table.print(out(), form, rows);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
