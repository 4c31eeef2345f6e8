package nadzor.cli.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.exchange.Act;
import nadzor.exchange.Conversion;
import nadzor.exchange.Details;
import nadzor.exchange.Format;
import nadzor.exchange.ListItem;
import nadzor.exchange.ListWriter;
import nadzor.exchange.Lists;
import nadzor.exchange.Prescription;
import nadzor.exchange.Spot;
import nadzor.exchange.Target;
import nadzor.store.lists.WholeFile;
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
  private static final Comparator<Rule> ORDER =
      Comparator.comparing((Rule rule) -> rule.matcher().toString())
          .thenComparing(Rule::measure)
          .thenComparing(rule -> rule.reason().label());

  @Parameters(paramLabel = "N", description = "The version's number.")
  long number;

  @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "As list convert.")
  String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The new file, replaced only when all is well; standard output without it.")
  Optional<Path> output = Optional.empty();

  @Mixin Place place = new Place();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Format format = Format.of(to);
    var unused = Lists.losses(format);
    Blocklist list = place.folder().read(number);
    Conversion done =
        output.isPresent() ? file(output.get(), list, format) : write(list, format, System.out);
    PrintWriter err = spec.commandLine().getErr();
    done.remarks().forEach((what, count) -> err.printf("%,12d %s%n", count, what));
    err.printf("%,12d entries, %,d written%n", done.items(), done.written());
    err.flush();
    return Codes.OK;
  }

  private Conversion file(Path target, Blocklist list, Format format) {
    Conversion[] done = {Conversion.NOTHING};
    try {
      WholeFile.write(target, stream -> done[0] = write(list, format, stream));
    } catch (IOException e) {
      throw ReportFailure.of(target, e);
    }
    return done[0];
  }

  /** In order, so that two exports of one version are equal; each entry once. */
  private static Conversion write(Blocklist list, Format format, OutputStream target)
      throws IOException {
    List<Rule> rules = new ArrayList<>(list.rules());
    rules.sort(ORDER);
    ListWriter writer = Lists.writer(format, target, remark -> {});
    try (writer) {
      String last = "";
      for (Rule rule : rules) {
        String entry = rule.measure() + " " + rule.matcher();
        if (!entry.equals(last)) {
          writer.item(item(rule));
        }
        last = entry;
      }
    }
    return writer.conversion();
  }

  private static ListItem item(Rule rule) {
    Spot at =
        rule.reason() instanceof Reason.OfList of
            ? new Spot(of.file(), of.line(), 1)
            : new Spot(rule.reason().label(), 1, 1);
    Act act = rule.measure() == Measure.THROTTLE ? Act.THROTTLE : Act.LISTED;
    return new ListItem(
        new Target.Matched(rule.matcher()),
        Prescription.of(act),
        Details.NONE,
        at,
        Optional.empty(),
        rule.matcher().toString());
  }
}
