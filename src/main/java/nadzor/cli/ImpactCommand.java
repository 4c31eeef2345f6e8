package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import nadzor.cli.option.Share;
import nadzor.impact.Engine;
import nadzor.impact.Impact;
import nadzor.impact.Replay;
import nadzor.impact.Resources;
import nadzor.impact.Thresholds;
import nadzor.impact.report.ImpactCsv;
import nadzor.impact.report.ImpactJson;
import nadzor.impact.report.ImpactPage;
import nadzor.impact.report.ImpactText;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.TrafficFile;
import nadzor.story.report.ReportFailure;
import nadzor.story.report.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a traffic log through two versions of a list. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what an update of a list changes for real requests: replays a traffic log through the"
          + " judge of both versions.",
      "Newly restricted, newly free, unchanged, in requests and distinct names; by platform, decision,"
          + " rule, site, client group; what is hit by mistake."
    },
    footer = {
      "",
      "Logs: CSV with a heading, JSON Lines, Parquet (columns name, and where there are: type,",
      "  count, url, client, time); dnstap; query logs of BIND, Unbound and dnsmasq; pcap and",
      "  pcapng. All but Parquet also packed with gzip.",
      "A question for addresses stands for the visit that follows it. Clients are cut to /24 or",
      "  /48 and hashed at once with a key that is forgotten at the end.",
      "Times (--since, --until, --per): RFC 3339, other forms of ISO 8601, BIND's, or seconds,",
      "  milli-, micro- or nanoseconds since 1970. One without a zone is taken for one of --zone;",
      "  one without a year (syslog) cannot be read. Requests whose time is missing or unreadable",
      "  are left out of a stretch, and counted apart beside the periods.",
      "Controls: a name a line that must stay free; CONTROL NAME makes it the twin of requests",
      "  for NAME, a control alone speaks for its whole site.",
      "",
      "Examples:",
      "  nadzor impact --from old.txt --to new.txt --traffic queries.csv",
      "  nadzor impact --from 3 --to next.txt --traffic queries.csv",
      "  nadzor impact --from old.txt --to new.txt --measure throttle --profile twitter-2021 \\",
      "    --traffic log.parquet --controls controls.txt --max-share 0.1%% --report impact",
      "  nadzor impact --from old.txt --to new.txt --traffic day1.pcap day2.pcap \\",
      "    --since 2021-03-10T07:00:00Z --until 2021-03-11T07:00:00Z --per hour --zone Europe/Moscow",
      "",
      "Exit code 0: nothing is over the limits; 1: a control is restricted, or a limit exceeded;",
      "  2: bad input; 4: results could not be written."
    })
final class ImpactCommand implements Callable<Integer> {
  @Mixin ImpactChoice choice = new ImpactChoice();

  @Option(
      names = "--max-new-names",
      paramLabel = "N",
      description = "How many names may be newly restricted.")
  @Nullable Long maxNewNames;

  @Option(
      names = "--max-share",
      paramLabel = "SHARE",
      description = "Which share of requests may be: 0.001, or 0.1%%.")
  @Nullable String maxShare;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "java or duckdb; without it duckdb where a log is Parquet. Same numbers.")
  @Nullable Engine engine;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "1000",
      description = "Memory of DuckDB beside the Java heap (default: ${DEFAULT-VALUE}).")
  int memory = 1000;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html, impact.json and impact.csv there.")
  @Nullable Path report;

  @Option(names = "--json", description = "One JSON object instead of text.")
  boolean json;

  @Option(names = "--csv", description = "One CSV instead of text.")
  boolean csv;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Thresholds limits = limits();
    List<TrafficFile> files = choice.files();
    Engine chosen = engine == null ? Replay.engineFor(files) : engine;
    Impact impact =
        choice.replay().run(files, chosen, resources(), ClientGroups.drawn(), progress());
    List<String> over = limits.exceeded(impact);
    print(impact, over);
    Optional<Path> folder = Optional.ofNullable(report);
    if (folder.isPresent()) {
      write(folder.get(), impact, over);
    }
    return over.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private Resources resources() {
    if (memory < 100) {
      throw new IllegalArgumentException("--memory: found " + memory + ", expected 100 or more");
    }
    Resources usual = Resources.usual();
    return new Resources(memory, usual.threads(), usual.mostNames());
  }

  private Thresholds limits() {
    OptionalLong names = maxNewNames == null ? OptionalLong.empty() : OptionalLong.of(maxNewNames);
    OptionalDouble share = maxShare == null ? OptionalDouble.empty() : share(maxShare);
    return new Thresholds(names, share);
  }

  private static OptionalDouble share(String written) {
    OptionalDouble share = Share.of(written);
    if (share.isPresent()) {
      return share;
    }
    throw new IllegalArgumentException(
        "--max-share: found '" + written + "', expected 0 to 1, or 0% to 100%");
  }

  private Progress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return (file, octets, rows) -> {
      if (Terminal.isThere()) {
        err.printf(Locale.ROOT, "\r%s: %,d rows, %,d MB", file, rows, octets / 1_000_000);
        err.flush();
      }
    };
  }

  private void print(Impact impact, List<String> over) {
    PrintWriter out = spec.commandLine().getOut();
    if (Terminal.isThere()) {
      spec.commandLine().getErr().println();
    }
    if (json) {
      out.println(new ImpactJson(impact, over).text());
    } else if (csv) {
      out.print(new ImpactCsv(impact).text());
    } else {
      out.println(new ImpactText(impact, over).text());
    }
    out.flush();
  }

  private static void write(Path folder, Impact impact, List<String> over) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw ReportFailure.of(folder, e);
    }
    new WholeFile(folder.resolve("impact.json"))
        .replace(new ImpactJson(impact, over).text() + "\n");
    new WholeFile(folder.resolve("impact.csv")).replace(new ImpactCsv(impact).text());
    new WholeFile(folder.resolve("report.html")).replace(new ImpactPage(impact, over).text());
  }
}
