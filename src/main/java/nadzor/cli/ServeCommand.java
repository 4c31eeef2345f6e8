package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nadzor.cli.option.Home;
import nadzor.cli.option.ListsOption;
import nadzor.cli.option.ReadyFileOption;
import nadzor.cli.option.ShippedProfiles;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.lab.Fence;
import nadzor.lab.LabNetwork;
import nadzor.office.Office;
import nadzor.office.OfficeSpec;
import nadzor.office.Refusal;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import nadzor.web.WebServer;
import nadzor.web.WebSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the regulator: a laboratory, its journal, a running calendar, an API and a dashboard. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the regulator until Ctrl-C: a laboratory, its journal and calendar, an API and a dashboard.",
      "Decisions taken there are in force on the next request of a client of the laboratory."
    },
    footer = {
      "",
      "Example:  nadzor serve --at 2022-02-24",
      "          nadzor serve --lists lists    (what 'nadzor list activate' put in force there is)",
      "Open the link that it prints: it lets one browser write, once. The token for programs is in",
      "the file that it names. Loopback only, unless --bind names a private address."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rw-------");
  private static final int PORT = 8320;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "The scenario file; without it the shipped meta-2022.")
  @Nullable Path file;

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      converter = When.Converter.class,
      description = "What the calendar shows first; without it the scenario's first step.")
  @Nullable When at;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + PORT,
      description = "Of API and dashboard (default: ${DEFAULT-VALUE}); 0 takes a free one.")
  int port = PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Of API and dashboard instead of 127.0.0.1; the network's stay on loopback.")
  @Nullable String bind;

  @Option(
      names = "--store",
      paramLabel = "URL|FILE",
      description =
          "Where the journal is kept: a SQLite file, or jdbc:postgresql://... Without it it"
              + " goes with the laboratory.")
  @Nullable String store;

  @Option(names = "--empty", description = "Begin a new journal empty.")
  boolean empty;

  @Option(names = "--paused", description = "The calendar stands still at first.")
  boolean paused;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Calendar seconds for each real second (default: ${DEFAULT-VALUE}).")
  double speed = 1;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "The laboratory's own directory, kept afterwards; without it a temporary one.")
  @Nullable Path directory;

  @Mixin ListsOption lists = new ListsOption();

  @Mixin ReadyFileOption readyFile = new ReadyFileOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path path = Optional.ofNullable(file).orElseGet(() -> Home.config("scenarios/meta-2022.yaml"));
    Scenario story = new ScenarioReader().read(path);
    try (Interruption interruption = Interruption.begin();
        Workplace place = Workplace.at(Optional.ofNullable(directory), interruption);
        Office office = open(story, place.directory());
        WebServer server = WebServer.start(web(), office);
        Notice notice = Notice.of(server);
        ReadyFile ready = ReadyFile.at(readyFile.file())) {
      Path token = keep(place.directory(), server.token());
      LabNetwork told = office.laboratory().networks().get(0);
      Directions directions = new Directions(office.laboratory(), story);
      ready.write(directions.json(told, server.url(), token));
      print(office, server, token, directions);
      note(notice);
      interruption.await();
      return ExitCode.OK;
    }
  }

  private Office open(Scenario story, Path place) throws IOException {
    Instant first = story.steps().isEmpty() ? Instant.now() : story.steps().get(0).at();
    OfficeSpec usual =
        OfficeSpec.of(story, place, Optional.ofNullable(at).map(When::instant).orElse(first))
            .withLists(lists.path())
            .withSpeed(speed);
    OfficeSpec kept = Optional.ofNullable(store).map(usual::withStore).orElse(usual);
    OfficeSpec filled = empty ? kept.empty() : kept;
    try {
      return Office.open(paused ? filled.paused() : filled);
    } catch (Refusal e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private WebSpec web() {
    InetAddress address = Addresses.parse(Optional.ofNullable(bind).orElse("127.0.0.1"));
    Fence fence =
        address.isLoopbackAddress() || address.isAnyLocalAddress()
            ? Fence.loopback()
            : Fence.naming(List.of(AddressRange.of(address.getHostAddress())));
    return new WebSpec(new Endpoint(address, port), fence, "", ShippedProfiles.all());
  }

  /** Nobody else on this machine reads it. */
  private static Path keep(Path place, String token) throws IOException {
    Path kept = place.resolve("token");
    Files.deleteIfExists(kept);
    Files.createFile(kept, PosixFilePermissions.asFileAttribute(MINE));
    Files.writeString(kept, token + "\n", StandardCharsets.UTF_8);
    return kept;
  }

  private void note(Notice notice) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("In another terminal:  nadzor status, nadzor case proposals, nadzor tail");
    out.println("They find it by " + notice.file() + ", which goes with it. Ctrl-C ends it.");
    out.flush();
  }

  private void print(Office office, WebServer server, Path token, Directions directions) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The regulator is at work as of " + When.shown(office.clock().at()) + ". Simulation.");
    out.println();
    out.println("  dashboard   " + server.link());
    out.println("  API         " + server.url() + "api/v1/summary");
    out.println("  token       " + token + "  (for programs that write)");
    directions.print(out, office.laboratory().networks());
  }
}
