package nadzor.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.exchange.BadList;
import nadzor.exchange.Conversion;
import nadzor.exchange.Format;
import nadzor.exchange.Limits;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Remark;
import nadzor.exchange.Strictness;
import nadzor.story.report.ReportFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts lists, telling every repair, refusal and loss. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Converts blocklists from one format to another; several files become one list.",
      "Formats: register-xml, register-csv, rpz, hosts, dnsmasq, plain, citizen-lab, "
          + "json-lines, and to read only: unbound, adblock.",
      "Zip and gzip are unpacked."
    },
    footer = {
      "",
      "Every repair, refusal and loss is one line: file, line, column, what was found.",
      "Exit codes:  0  converted",
      "             1  converted, but values or lines were refused and left out",
      "             2  the list cannot be read (with --strict: a value was refused); no output",
      "             4  the output could not be written",
      "Example:  nadzor list convert dump-*.csv.gz --to rpz -o policy.rpz --report json"
    })
final class ListConvertCommand implements Callable<Integer> {
  /** How the report looks. */
  enum Report {
    TEXT,
    JSON
  }

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lists to read, in this order.")
  List<Path> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Their format; detected by content and name where it is not given.")
  Optional<String> from = Optional.empty();

  @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "The new format.")
  String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The new file, replaced only when all is well; standard output without it.")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--strict",
      description = "Stop at the first value that cannot be used, instead of leaving it out.")
  boolean strict;

  @Option(
      names = "--report",
      paramLabel = "text|json",
      description = "How the report on standard error looks: the first of each kind, or all.")
  Report report = Report.TEXT;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Format format = Format.of(to);
    Lists.losses(format);
    Reading how =
        new Reading(
            from.map(Format::of), strict ? Strictness.STOP : Strictness.GO_ON, Limits.USUAL);
    PrintWriter err = spec.commandLine().getErr();
    ListReport told = report == Report.JSON ? new ListReportJson(err) : new ListReportText(err);
    Conversion done;
    try (ListProgress progress = ListProgress.of(files)) {
      done = convert(format, how, new ListWatch(told, progress));
    } catch (BadList e) {
      told.failed(e);
      return ExitCode.BAD_INPUT;
    }
    told.end(done);
    return done.count(Remark.Kind.REFUSED) > 0 ? ExitCode.DIFFERS : ExitCode.OK;
  }

  private Conversion convert(Format format, Reading how, ListWatch watch) throws IOException {
    if (output.isEmpty()) {
      // Standard output stays open: it is the process's.
      return Lists.convert(
          files, how, format, new Output(System.out, Path.of("standard output")), watch);
    }
    Path target = output.get().toAbsolutePath();
    Path part = part(target);
    try {
      Conversion done;
      try (OutputStream stream = new Output(Files.newOutputStream(part), target)) {
        done = Lists.convert(files, how, format, stream, watch);
      }
      move(part, target);
      return done;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path part(Path target) {
    try {
      Path folder = Optional.ofNullable(target.getParent()).orElse(target);
      return Files.createTempFile(folder, "." + target.getFileName(), ".part");
    } catch (IOException e) {
      throw ReportFailure.of(target, e);
    }
  }

  private static void move(Path part, Path target) {
    try {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw ReportFailure.of(target, e);
    }
  }

  /** Tells what cannot be written from what cannot be read. */
  private static final class Output extends FilterOutputStream {
    private final Path file;

    Output(OutputStream target, Path file) {
      super(target);
      this.file = file;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      try {
        out.write(octets, offset, length);
      } catch (IOException e) {
        throw ReportFailure.of(file, e);
      }
    }
  }
}
