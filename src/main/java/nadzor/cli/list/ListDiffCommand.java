package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Renaming;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.VersionDiff;
import nadzor.cli.option.ListsOption;
import nadzor.cli.option.MeasureOption;
import nadzor.exchange.Format;
import nadzor.exchange.Limits;
import nadzor.exchange.Reading;
import nadzor.exchange.Strictness;
import nadzor.flow.EnumWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two lists. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what differs from list A to list B: + came, - went, ~ stands for other reasons.",
      "Each is the number of a stored version, or a file of any format that list convert reads: "
          + "digits alone are a number (a file of such a name is written ./3), all else is a file.",
      "That the line of a list moved is no difference, nor that two files have other names."
    },
    footer = {
      "",
      "Exit codes:  0  compared, whether they differ or not",
      "             2  one of them is not there or cannot be read",
      "Examples:  nadzor list diff 2 3 --csv",
      "           nadzor list diff monday.xml.zip tuesday.xml.zip",
      "           nadzor list diff 3 next.txt --as adblock --json"
    })
public final class ListDiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The former list: a file or a number.")
  String from = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later list: a file or a number.")
  String to = "";

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "The format of files; detected by content and name where it is not given.")
  Optional<String> as = Optional.empty();

  @Mixin MeasureOption measure = new MeasureOption();

  @Option(names = "--json", description = "A JSON object instead of lines.")
  boolean json;

  @Option(names = "--csv", description = "CSV (RFC 4180) instead of lines.")
  boolean csv;

  @Option(
      names = "--most",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description =
          "At most so many changes, the first in order; all are counted (${DEFAULT-VALUE}).")
  int most = 100_000;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Reading how = new Reading(as.map(Format::of), Strictness.GO_ON, Limits.USUAL);
    DiffSide former = side(from, how);
    DiffSide later = side(to, how);
    if (as.isPresent() && former.taken().isEmpty() && later.taken().isEmpty()) {
      throw new IllegalArgumentException("--as: found two stored versions, expected a file");
    }
    VersionDiff diff = diff(former, later);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Shapes.text(json(former, later, diff)));
    } else if (csv) {
      csv(diff, out);
      read(former, later, spec.commandLine().getErr());
    } else {
      diff.changes().forEach(one -> out.println(Clean.text(one.toString())));
      read(former, later, out);
      counts(diff, out);
    }
    out.flush();
    return Codes.OK;
  }

  private DiffSide side(String word, Reading how) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    return DiffSide.read(word, lists.folder(), how, measure.measure(), err);
  }

  /** Two files are two states of one list, whatever they are called. */
  private VersionDiff diff(DiffSide former, DiffSide later) {
    return former.file().isPresent() && later.file().isPresent()
        ? VersionDiff.between(
            former.list(),
            later.list(),
            most,
            new Renaming(former.file().get(), later.file().get()))
        : VersionDiff.between(former.list(), later.list(), most);
  }

  private static void read(DiffSide former, DiffSide later, PrintWriter to) {
    former.words().ifPresent(to::println);
    later.words().ifPresent(to::println);
    to.flush();
  }

  private static void counts(VersionDiff diff, PrintWriter out) {
    out.printf(
        "%,d added, %,d removed, %,d for other reasons; %,d rules before, %,d after%n",
        diff.counts().added(),
        diff.counts().removed(),
        diff.counts().reasons(),
        diff.from().total(),
        diff.to().total());
    renamings(diff, out);
    if (diff.isEmpty()) {
      out.println("both hold the same");
    }
  }

  private static void renamings(VersionDiff diff, PrintWriter out) {
    diff.renamings()
        .forEach(
            (names, count) ->
                out.printf(
                    "of these reasons %,d differ by the list's name alone: %s is %s now%n",
                    count, Clean.text(names.from()), Clean.text(names.to())));
  }

  private static ObjectNode json(DiffSide former, DiffSide later, VersionDiff diff) {
    ObjectNode node = Shapes.object();
    former.name(node, "from");
    later.name(node, "to");
    if (former.taken().isPresent() || later.taken().isPresent()) {
      ObjectNode read = node.putObject("read");
      former.object().ifPresent(one -> read.set("from", one));
      later.object().ifPresent(one -> read.set("to", one));
    }
    node.put("before", diff.from().total());
    node.put("after", diff.to().total());
    node.set("counts", Shapes.counts(diff.counts()));
    ArrayNode renamings = node.putArray("renamings");
    diff.renamings()
        .forEach(
            (names, count) ->
                renamings
                    .addObject()
                    .put("from", names.from())
                    .put("to", names.to())
                    .put("changes", count));
    ArrayNode changes = node.putArray("changes");
    diff.changes().forEach(one -> changes.add(Shapes.change(one)));
    return node;
  }

  private static void csv(VersionDiff diff, PrintWriter out) {
    out.print("what,measure,matcher,before,after\r\n");
    for (RuleChange one : diff.changes()) {
      out.print(
          Stream.of(
                      EnumWords.of(one.what()),
                      one.word(),
                      one.matcher().toString(),
                      labels(one.before()),
                      labels(one.after()))
                  .map(ListDiffCommand::cell)
                  .collect(Collectors.joining(","))
              + "\r\n");
    }
  }

  private static String labels(List<Reason> reasons) {
    return reasons.stream().map(Reason::label).collect(Collectors.joining(" "));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
