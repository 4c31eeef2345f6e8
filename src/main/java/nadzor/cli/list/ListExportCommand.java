package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.blocklist.Blocklist;
import nadzor.cli.option.ListsOption;
import nadzor.exchange.Conversion;
import nadzor.exchange.Format;
import nadzor.exchange.Lists;
import nadzor.office.lists.ListExport;
import nadzor.store.WholeFile;
import nadzor.story.report.ReportFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a version in a format that others read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a version in a format that others read; what is lost is told.",
    footer = {"", "Example:  nadzor list export 3 --to rpz -o policy.rpz"})
public final class ListExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "The version's number.")
  long number;

  @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "As list convert.")
  String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The new file, replaced only when all is well; standard output without it.")
  Optional<Path> output = Optional.empty();

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Format format = Format.of(to);
    var unused = Lists.losses(format);
    Blocklist list = lists.folder().read(number);
    Conversion done =
        output.isPresent()
            ? file(output.get(), list, format)
            : ListExport.write(list, format, System.out);
    PrintWriter err = spec.commandLine().getErr();
    done.remarks().forEach((what, count) -> err.printf("%,12d %s%n", count, what));
    err.printf("%,12d entries, %,d written%n", done.items(), done.written());
    err.flush();
    return Codes.OK;
  }

  private Conversion file(Path target, Blocklist list, Format format) {
    Conversion[] done = {Conversion.NOTHING};
    try {
      WholeFile.write(target, stream -> done[0] = ListExport.write(list, format, stream));
    } catch (IOException e) {
      throw ReportFailure.of(target, e);
    }
    return done[0];
  }
}
